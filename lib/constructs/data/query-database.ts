import { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';

interface NameAndDescription {
  readonly name: string;
  readonly description: string;
}

export interface QueryDatabaseProps {
  readonly database: NameAndDescription;
  readonly workGroup: NameAndDescription;
  /** A query that reads more is stopped, in bytes. */
  readonly maxScannedBytes: number;
  /** Where Athena keeps answers. */
  readonly answers: Pick<
    CfnWorkGroup.WorkGroupConfigurationProperty,
    'resultConfiguration' | 'managedQueryResultsConfiguration'
  >;
}

/** A database of tables and views, and the workgroup that asks them. */
export class QueryDatabase extends Construct {
  readonly database: CfnDatabase;
  readonly workGroup: CfnWorkGroup;

  constructor(scope: Construct, id: string, props: QueryDatabaseProps) {
    super(scope, id);
    this.database = new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: props.database,
    });
    this.workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      ...props.workGroup,
      recursiveDeleteOption: true, // else its history of queries keeps it from being deleted
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: false,
        bytesScannedCutoffPerQuery: props.maxScannedBytes,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        ...props.answers,
      },
    });
  }
}
