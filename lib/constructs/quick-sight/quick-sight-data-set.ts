import { Stack } from 'aws-cdk-lib';
import { CfnDataSet, type CfnDataSetProps, CfnRefreshSchedule } from 'aws-cdk-lib/aws-quicksight';
import { Construct } from 'constructs';
import type { ColumnType } from '../../../athena-ddl/question';
import type { DataSet } from '../../../dashboards/quick-sight/data-sets';
import { dataSetSql } from '../../../dashboards/quick-sight/data-set-sql';
import { databaseName } from '../../config/names';
import type { QuickSightSource } from './quick-sight-source';

export interface QuickSightDataSetProps {
  readonly source: QuickSightSource;
  readonly asked: DataSet;
  /** Time of day in UTC, `HH:MM`, at which SPICE takes the day's rows over. */
  readonly refreshAt: string;
  /** ARNs of QuickSight's users and groups that may use it. */
  readonly principalArns: readonly string[];
  /** ARN of the dataset that says whose rows each of them sees. @default everybody sees all rows */
  readonly rulesArn?: string | undefined;
  /** Whether it is such a dataset itself. @default false */
  readonly isRules?: boolean;
}

/** Action set of a reader: QuickSight refuses any other. */
const readerActions = [
  'quicksight:DescribeDataSet',
  'quicksight:DescribeDataSetPermissions',
  'quicksight:PassDataSet',
  'quicksight:DescribeIngestion',
  'quicksight:ListIngestions',
];

/** Rows of an answer in SPICE, refreshed every day. */
export class QuickSightDataSet extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: QuickSightDataSetProps) {
    super(scope, id);
    const { source, asked, refreshAt, principalArns, rulesArn, isRules = false } = props;
    const awsAccountId = Stack.of(this).account;
    const dataSetId = `credential-report-${asked.id}`;
    const dataSet = new CfnDataSet(this, 'Rows', {
      awsAccountId,
      dataSetId,
      name: `Credential reports: ${asked.title}`,
      importMode: 'SPICE',
      // There is no data before the first collection.
      ingestionWaitPolicy: { waitForSpiceIngestion: false },
      physicalTableMap: { [asked.id]: { customSql: customSql(asked, source) } },
      ...asTheyCome(asked.id, rulesArn),
      ...(principalArns.length > 0 && {
        permissions: principalArns.map((principal) => ({ principal, actions: readerActions })),
      }),
      ...(isRules && { useAs: 'RLS_RULES' }),
    });
    const schedule = new CfnRefreshSchedule(this, 'Refresh', {
      awsAccountId,
      dataSetId,
      schedule: {
        scheduleId: 'daily',
        refreshType: 'FULL_REFRESH',
        scheduleFrequency: { interval: 'DAILY', timeOfTheDay: refreshAt, timeZone: 'UTC' },
      },
    });
    schedule.node.addDependency(dataSet);
    this.arn = dataSet.attrArn;
  }
}

function customSql(asked: DataSet, { dataSource }: QuickSightSource): CfnDataSet.CustomSqlProperty {
  return {
    dataSourceArn: dataSource.attrArn,
    name: asked.id,
    sqlQuery: dataSetSql(asked.sql, databaseName),
    columns: Object.entries(asked.columns).map(([name, { type }]) => ({
      name,
      id: name,
      type: spiceTypes[type],
    })),
  };
}

/**
 * Rows go through as they come, to whom the rules let see them. A dataset that says nothing of its preparation belongs to
 * QuickSight's older one, where the rules have another place; QuickSight does not carry a dataset over.
 */
function asTheyCome(
  id: string,
  rulesArn: string | undefined,
): Required<Pick<CfnDataSetProps, 'dataPrepConfiguration' | 'semanticModelConfiguration'>> {
  const imported = `${id}-import`;
  return {
    dataPrepConfiguration: {
      sourceTableMap: { [`${id}-source`]: { physicalTableId: id } },
      transformStepMap: {
        [imported]: { importTableStep: { alias: id, source: { sourceTableId: `${id}-source` } } },
      },
      destinationTableMap: { [`${id}-rows`]: { alias: id, source: { transformOperationId: imported } } },
    },
    semanticModelConfiguration: {
      tableMap: {
        [`${id}-table`]: {
          alias: id,
          destinationTableId: `${id}-rows`,
          ...(rulesArn !== undefined && {
            rowLevelPermissionConfiguration: {
              rowLevelPermissionDataSet: {
                arn: rulesArn,
                permissionPolicy: 'GRANT_ACCESS',
                // Of rules that name ARNs.
                formatVersion: 'VERSION_2',
                status: 'ENABLED',
              },
            },
          }),
        },
      },
    },
  };
}

const spiceTypes: Readonly<Record<ColumnType, string>> = {
  text: 'STRING',
  integer: 'INTEGER',
  date: 'DATETIME',
};
