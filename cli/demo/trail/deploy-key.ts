import { demoDays } from '../days';
import { knownUser, oldestKeyId, userIdentity } from './identities';
import type { TrailEvent } from './trail-event';

const accountId = '100000000005';
const deployer = knownUser(accountId, 'cdn-deploy');

/** The key of a pipeline, whose use the demo shows. */
export const deployKey = { accountId, keyId: oldestKeyId(deployer), userName: deployer.user.name };

/** An administrator's key that does no more than put objects and invalidate what a CDN has of them, every night. */
export const deployments: readonly TrailEvent[] = demoDays.flatMap((day, index) => {
  const common = {
    accountId,
    identity: userIdentity(deployer, deployKey.keyId),
    address: `203.0.113.${10 + (index % 3)}`,
    agent: 'aws-cli/2.31.0',
  };
  const puts = Array.from({ length: 2 + (index % 3) }, (_, file): TrailEvent => ({
    ...common,
    region: 'eu-central-1',
    time: `${day}T22:28:${10 + file}Z`,
    service: 's3',
    name: 'PutObject',
    fields: {
      eventCategory: 'Data',
      managementEvent: false,
      readOnly: false,
      requestParameters: { bucketName: 'anycompany-web-shop', key: `assets/part-${file}.js` },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::anycompany-web-shop/assets/part-${file}.js` },
        { accountId, type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::anycompany-web-shop' },
      ],
    },
  }));
  const invalidation: TrailEvent = {
    ...common,
    region: 'us-east-1',
    time: `${day}T22:30:00Z`,
    service: 'cloudfront',
    name: 'CreateInvalidation',
    fields: {
      readOnly: false,
      requestParameters: {
        distributionId: 'E2DEMOEXAMPLE',
        invalidationBatch: { callerReference: `deploy-${day}`, paths: { quantity: 1, items: ['/assets/*'] } },
      },
    },
  };
  return [...puts, invalidation];
});
