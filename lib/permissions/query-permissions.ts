import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Permission } from './allow';
import { databaseName, resultsPrefix, workGroupName } from '../config/names';

/** What asking the tables reads. */
export interface QueryScope {
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
}

/** Athena reads Glue's catalog with its caller's permissions; `default` is looked at whatever is asked. */
const databases = ['default', databaseName];

const everyTable = 'every table and view of this one database';
const everyObject = 'objects of this one bucket, whose names are not known beforehand';

/** ARNs of the catalog, its databases and our tables. */
export function glueArns(scope: Construct): { databases: string[]; tables: string[] } {
  const { partition, region, account } = Stack.of(scope);
  const arn = (resource: string) => `arn:${partition}:glue:${region}:${account}:${resource}`;
  const catalog = arn('catalog');
  const ours = arn(`database/${databaseName}`);
  return {
    databases: [catalog, ...databases.map((name) => arn(`database/${name}`))],
    tables: [catalog, ours, arn(`table/${databaseName}/*`)],
  };
}

export function workGroupArn(scope: Construct): string {
  const { partition, region, account } = Stack.of(scope);
  return `arn:${partition}:athena:${region}:${account}:workgroup/${workGroupName}`;
}

/**
 * Statements that let somebody ask tables and views and read the answers, and nothing else.
 * @param readable prefixes of the objects that may be read, those of the answers among them. @default every object
 */
export function permissionsToQuery(
  scope: Construct,
  { bucketName, kmsKeyArn }: QueryScope,
  readable?: readonly string[],
): Permission[] {
  const bucketArn = `arn:${Stack.of(scope).partition}:s3:::${bucketName}`;
  const glue = glueArns(scope);
  return [
    {
      actions: [
        'athena:StartQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:StopQueryExecution',
      ],
      resources: [workGroupArn(scope)],
    },
    { actions: ['glue:GetDatabase'], resources: glue.databases },
    { actions: ['glue:GetTable', 'glue:GetTables'], resources: glue.tables, wildcard: everyTable },
    ...bucketPermissions(
      bucketArn,
      readable?.map((prefix) => `${bucketArn}/${prefix}/*`) ?? [`${bucketArn}/*`],
    ),
    ...keyPermissions(kmsKeyArn),
  ];
}

/** Statements that let Athena make, change and drop tables and views for its caller, without reading a report. */
export function permissionsToDefine(scope: Construct, { bucketName, kmsKeyArn }: QueryScope): Permission[] {
  const bucketArn = `arn:${Stack.of(scope).partition}:s3:::${bucketName}`;
  const glue = glueArns(scope);
  return [
    {
      actions: ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:StopQueryExecution'],
      resources: [workGroupArn(scope)],
    },
    { actions: ['glue:GetDatabase'], resources: glue.databases },
    {
      actions: [
        'glue:GetTable',
        'glue:GetTables',
        'glue:CreateTable',
        'glue:UpdateTable',
        'glue:DeleteTable',
      ],
      resources: glue.tables,
      wildcard: everyTable,
    },
    ...bucketPermissions(bucketArn, [`${bucketArn}/${resultsPrefix}/*`]),
    ...keyPermissions(kmsKeyArn),
  ];
}

/** Athena lists and reads the data, and writes its answers, with its caller's permissions. */
function bucketPermissions(bucketArn: string, readable: string[]): Permission[] {
  return [
    { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [bucketArn] },
    { actions: ['s3:GetObject'], resources: readable, wildcard: everyObject },
    {
      actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      resources: [`${bucketArn}/${resultsPrefix}/*`],
      wildcard: everyObject,
    },
  ];
}

function keyPermissions(kmsKeyArn: string | undefined): Permission[] {
  return kmsKeyArn === undefined
    ? []
    : [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [kmsKeyArn] }];
}
