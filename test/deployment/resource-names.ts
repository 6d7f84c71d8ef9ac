import type { Resource } from '../lib/synthesize';

/** Which property names a resource, so that no second one of that name can be made. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket': 'BucketName',
  'AWS::S3::BucketPolicy': 'Bucket', // one a bucket: "The bucket policy already exists on bucket …"
  'AWS::IAM::Role': 'RoleName',
  'AWS::Athena::WorkGroup': 'Name',
  'AWS::Glue::Database': 'DatabaseInput.Name',
  'AWS::CloudFormation::StackSet': 'StackSetName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Events::EventBus': 'Name',
  'AWS::QuickSight::DataSource': 'DataSourceId',
  'AWS::QuickSight::DataSet': 'DataSetId',
  'AWS::QuickSight::Dashboard': 'DashboardId',
};

/** A resource's own name as its template has it; undefined where CloudFormation makes one. */
export function nameOf({ Type, Properties = {} }: Resource): unknown {
  const path = nameProperties[Type]?.split('.') ?? [];
  if (path.length === 0) return undefined;
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], Properties);
}
