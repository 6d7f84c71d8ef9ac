import { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { trailDatabaseName, trailWorkGroupName } from '../../config/names';

/** A query that reads more is stopped, in bytes: a question about one account and year reads less, and it costs a dollar. */
const maxScannedBytes = 200 * 1024 ** 3;

/** The database of a trail's table and views, and the workgroup that asks them. */
export class TrailDatabase extends Construct {
  readonly database: CfnDatabase;
  readonly workGroup: CfnWorkGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.database = new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: {
        name: trailDatabaseName,
        description: 'What users, keys and root users did, from a trail of CloudTrail',
      },
    });
    this.workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: trailWorkGroupName,
      description: 'Asks the events of a trail; its settings cannot be overridden',
      recursiveDeleteOption: true, // else its history of queries keeps it from being deleted
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: false,
        bytesScannedCutoffPerQuery: maxScannedBytes,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        // Athena keeps answers for a day in its own storage: no bucket is made beside the trail's.
        managedQueryResultsConfiguration: { enabled: true },
      },
    });
  }
}
