import { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { databaseName, resultsPrefix, workGroupName } from '../../config/names';

export interface ReportDatabaseProps {
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
}

/** A query that reads more is stopped, in bytes: ten years of 5,000 accounts' reports of 20 kB are less. */
const maxScannedBytes = 1024 ** 4;

/** The database of the tables and views, and the workgroup that asks them. */
export class ReportDatabase extends Construct {
  readonly database: CfnDatabase;
  readonly workGroup: CfnWorkGroup;

  constructor(scope: Construct, id: string, props: ReportDatabaseProps) {
    super(scope, id);
    const { kmsKeyArn } = props;
    this.database = new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: {
        name: databaseName,
        description: 'IAM credential reports of every account of the organization',
      },
    });
    this.workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: workGroupName,
      description: 'Asks the credential reports; its settings cannot be overridden',
      recursiveDeleteOption: true, // else its history of queries keeps it from being deleted
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: false,
        bytesScannedCutoffPerQuery: maxScannedBytes,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${props.bucketName}/${resultsPrefix}/`,
          expectedBucketOwner: Stack.of(this).account,
          encryptionConfiguration:
            kmsKeyArn === undefined
              ? { encryptionOption: 'SSE_S3' }
              : { encryptionOption: 'SSE_KMS', kmsKey: kmsKeyArn },
        },
      },
    });
  }
}
