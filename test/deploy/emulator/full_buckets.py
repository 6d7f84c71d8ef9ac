"""CloudFormation deletes a bucket through S3, which refuses one that holds anything; MiniStack deletes it."""

from ministack.services import s3
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS


def install() -> None:
    handlers = _RESOURCE_HANDLERS["AWS::S3::Bucket"]
    delete = handlers["delete"]

    def delete_if_empty(physical_id, props):
        bucket = s3._buckets.get(physical_id)
        if bucket is not None and (bucket["objects"] or s3._bucket_has_versions(physical_id)):
            raise ValueError("The bucket you tried to delete is not empty (Service: S3, Status Code: 409)")
        delete(physical_id, props)

    handlers["delete"] = delete_if_empty
