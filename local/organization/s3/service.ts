import { defineService, type Service } from '../service';
import { notImplemented, ServiceError } from '../service-error';
import { bucketOf, type BucketData } from './bucket';
import { BucketFolder } from './folder';
import { listBuckets } from './list-buckets';
import { listObjects } from './list-objects';
import { s3Permission } from './permission';
import { s3Protocol, type S3Input, type S3Output } from './protocol';
import { putObject } from './put-object';
import { readObject } from './read-object';

/** S3 over folders. */
export function s3Service(data: readonly BucketData[]): Service {
  const buckets = new Map(
    data.map((bucket) => [bucket.name, { data: bucket, objects: new BucketFolder(bucket.folder) }]),
  );
  return defineService<S3Input, S3Output>({
    name: 's3',
    protocol: s3Protocol,
    vocabulary: {
      unknownKey: () =>
        new ServiceError(
          'InvalidAccessKeyId',
          403,
          'The AWS Access Key Id you provided does not exist in our records.',
        ),
      expiredKey: () => new ServiceError('ExpiredToken', 400, 'The provided token has expired.'),
      accessDenied: (message) => new ServiceError('AccessDenied', 403, message),
      throttling: () => new ServiceError('SlowDown', 503, 'Please reduce your request rate.'),
      serverError: () =>
        new ServiceError('InternalError', 500, 'We encountered an internal error. Please try again.'),
    },
    ownFault: (fault, action) =>
      fault.kind === 'conflict' && action === 'PutObject'
        ? new ServiceError(
            'ConditionalRequestConflict',
            409,
            'The conditional request cannot succeed due to a conflicting operation against this resource.',
          )
        : undefined,
    actions: {
      PutObject: (call) => putObject(call, buckets),
      GetObject: (call) => readObject(call, buckets, 'GetObject'),
      HeadObject: (call) => readObject(call, buckets, 'HeadObject'),
      /** Only asks for permission, so that a denial shows; nothing is deleted. */
      DeleteObject: async (call) => {
        await call.authorize(s3Permission(call, bucketOf(buckets, call), 'DeleteObject', call.input.key));
        throw notImplemented('s3:DeleteObject beyond its permission');
      },
      ListBuckets: (call) => listBuckets(call, buckets),
      ListObjectsV2: (call) => listObjects(call, buckets),
    },
  });
}
