import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { trailDatabaseName, trailWorkGroupName } from '../config/names';
import type { TrailSettings } from '../config/settings';
import type { Permission } from './allow';
import { actionsToDefine, catalogPermissions, workGroupArn } from './query-permissions';

/** What stands before the accounts' folders in the keys of a trail. */
export function trailFolder({ prefix, organizationId }: TrailSettings): string {
  return [prefix, 'AWSLogs', organizationId].filter((part) => part !== undefined).join('/');
}

/**
 * Statements that let somebody ask a trail's events, and nothing else. Athena keeps the answers itself, so that nobody
 * needs to write into a bucket.
 */
export function permissionsToAskTrail(scope: Construct, trail: TrailSettings): Permission[] {
  const { keyArn } = trail;
  return [
    {
      actions: [
        'athena:StartQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:GetQueryResultsStream',
        'athena:StopQueryExecution',
        'athena:GetWorkGroup',
        'athena:ListNamedQueries',
        'athena:GetNamedQuery',
      ],
      resources: [workGroupArn(scope, trailWorkGroupName)],
    },
    ...catalogPermissions(scope, ['glue:BatchGetPartition'], trailDatabaseName),
    ...listPermissions(scope, trail),
    {
      actions: ['s3:GetObject'],
      resources: [`${bucketArn(scope, trail)}/${trailFolder(trail)}/*`],
      wildcard: 'the files of the trail, whose names are not known beforehand',
    },
    ...(keyArn === undefined ? [] : [{ actions: ['kms:Decrypt'], resources: [keyArn] }]),
  ];
}

/** Statements that let Athena make, change and drop the trail's table and views for its caller, without reading an event. */
export function permissionsToDefineTrail(scope: Construct, trail: TrailSettings): Permission[] {
  return [
    {
      actions: ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:StopQueryExecution'],
      resources: [workGroupArn(scope, trailWorkGroupName)],
    },
    ...catalogPermissions(scope, actionsToDefine, trailDatabaseName),
    ...listPermissions(scope, trail),
  ];
}

/** Athena looks where the bucket is, and lists folders below the trail's own. */
function listPermissions(scope: Construct, trail: TrailSettings): Permission[] {
  const resources = [bucketArn(scope, trail)];
  return [
    { actions: ['s3:GetBucketLocation'], resources },
    {
      actions: ['s3:ListBucket'],
      resources,
      conditions: { StringLike: { 's3:prefix': `${trailFolder(trail)}/*` } },
    },
  ];
}

function bucketArn(scope: Construct, { bucket }: TrailSettings): string {
  return `arn:${Stack.of(scope).partition}:s3:::${bucket}`;
}
