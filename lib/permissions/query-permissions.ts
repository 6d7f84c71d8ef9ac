import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Permission } from './allow';
import { databaseName, resultsPrefix, workGroupName } from '../config/names';

/** What asking the tables reads. */
export interface QueryScope {
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
  /** Lake Formation decides about the catalog, and hands out what lies in a location that is registered with it. */
  readonly lakeFormation: boolean;
}

const dataAccess: Permission = {
  actions: ['lakeformation:GetDataAccess'],
  resources: ['*'],
  wildcard: 'Lake Formation knows no resources for this action; its own grants decide',
};

const everyTable = 'every table and view of this one database';
const everyObject = 'objects of this one bucket, whose names are not known beforehand';

/** On tables and views that are made, changed and dropped. */
export const actionsToDefine = [
  'glue:CreateTable',
  'glue:UpdateTable',
  'glue:DeletePartition',
  'glue:DeleteTable',
] as const;

/**
 * What Athena does in Glue's catalog with its caller's permissions. It looks for the database `default` whatever is asked,
 * and makes it where there is none; with tables it asks for their partitions, projected or not.
 * @param tableActions on our tables, beside looking at them
 * @param database its name. @default that of the reports
 * @see https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
 */
export function catalogPermissions(
  scope: Construct,
  tableActions: readonly string[],
  database = databaseName,
): Permission[] {
  const { partition, region, account } = Stack.of(scope);
  const arn = (resource: string) => `arn:${partition}:glue:${region}:${account}:${resource}`;
  const catalog = arn('catalog');
  const ours = arn(`database/${database}`);
  const theDefault = arn('database/default');
  return [
    { actions: ['glue:GetDatabase', 'glue:GetDatabases'], resources: [catalog, ours, theDefault] },
    { actions: ['glue:CreateDatabase'], resources: [catalog, theDefault] },
    {
      actions: [
        'glue:GetTable',
        'glue:GetTables',
        'glue:GetPartition',
        'glue:GetPartitions',
        ...tableActions,
      ],
      resources: [catalog, ours, arn(`table/${database}/*`)],
      wildcard: everyTable,
    },
  ];
}

/** ARN of a workgroup. @param name @default that of the reports */
export function workGroupArn(scope: Construct, name = workGroupName): string {
  const { partition, region, account } = Stack.of(scope);
  return `arn:${partition}:athena:${region}:${account}:workgroup/${name}`;
}

/**
 * Statements that let somebody ask tables and views and read the answers, and nothing else.
 * @param readable prefixes of the objects that may be read, those of the answers among them. @default every object
 */
export function permissionsToQuery(
  scope: Construct,
  { bucketName, kmsKeyArn, lakeFormation }: QueryScope,
  readable?: readonly string[],
): Permission[] {
  const bucketArn = `arn:${Stack.of(scope).partition}:s3:::${bucketName}`;
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
    ...catalogPermissions(scope, ['glue:BatchGetPartition']),
    ...bucketPermissions(
      bucketArn,
      readable?.map((prefix) => `${bucketArn}/${prefix}/*`) ?? [`${bucketArn}/*`],
    ),
    ...keyPermissions(kmsKeyArn),
    ...(lakeFormation ? [dataAccess] : []),
  ];
}

/** Statements that let Athena make, change and drop tables and views for its caller, without reading a report. */
export function permissionsToDefine(scope: Construct, { bucketName, kmsKeyArn }: QueryScope): Permission[] {
  const bucketArn = `arn:${Stack.of(scope).partition}:s3:::${bucketName}`;
  return [
    {
      actions: ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:StopQueryExecution'],
      resources: [workGroupArn(scope)],
    },
    ...catalogPermissions(scope, actionsToDefine),
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
