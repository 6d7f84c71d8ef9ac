import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { databaseName, resultsPrefix, workGroupName } from '../../config/names';
import { QueryDatabase } from './query-database';

export interface ReportDatabaseProps {
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
}

/** Ten years of 5,000 accounts' reports of 20 kB are less. */
const maxScannedBytes = 1024 ** 4;

/** The database of the reports' tables and views, and the workgroup that asks them. */
export class ReportDatabase extends QueryDatabase {
  constructor(scope: Construct, id: string, { bucketName, kmsKeyArn }: ReportDatabaseProps) {
    super(scope, id, {
      database: {
        name: databaseName,
        description: 'IAM credential reports of every account of the organization',
      },
      workGroup: {
        name: workGroupName,
        description: 'Asks the credential reports; its settings cannot be overridden',
      },
      maxScannedBytes,
      answers: {
        resultConfiguration: {
          outputLocation: `s3://${bucketName}/${resultsPrefix}/`,
          expectedBucketOwner: Stack.of(scope).account,
          encryptionConfiguration:
            kmsKeyArn === undefined
              ? { encryptionOption: 'SSE_S3' }
              : { encryptionOption: 'SSE_KMS', kmsKey: kmsKeyArn },
        },
      },
    });
  }
}
