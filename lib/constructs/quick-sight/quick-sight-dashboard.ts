import { Stack } from 'aws-cdk-lib';
import { CfnDashboard, CfnDataSet, CfnRefreshSchedule } from 'aws-cdk-lib/aws-quicksight';
import { Construct } from 'constructs';
import type { ColumnType, Question } from '../../../athena-ddl/question';
import type { DrawnQuestion } from '../../../dashboards/question';
import { dashboardQuestions } from '../../../dashboards/questions';
import { dashboardDefinition } from '../../../dashboards/quick-sight/definition';
import { dataSetSql } from '../../../dashboards/quick-sight/data-set-sql';
import { shownTables } from '../../../dashboards/quick-sight/tables';
import { databaseName } from '../../config/names';
import type { QuickSightSource } from './quick-sight-source';

export interface QuickSightDashboardProps {
  readonly source: QuickSightSource;
  /** ARNs of QuickSight's users and groups that may see the dashboard and use its datasets. */
  readonly principalArns: readonly string[];
  /** Time of day in UTC, `HH:MM`, at which SPICE takes the day's numbers over. */
  readonly refreshAt: string;
}

/** How far back the dashboard's trend can go, in days. */
const trendDays = 90;

/** Action sets of a reader: QuickSight refuses any others. */
const readers = {
  dataSet: [
    'quicksight:DescribeDataSet',
    'quicksight:DescribeDataSetPermissions',
    'quicksight:PassDataSet',
    'quicksight:DescribeIngestion',
    'quicksight:ListIngestions',
  ],
  dashboard: [
    'quicksight:DescribeDashboard',
    'quicksight:ListDashboardVersions',
    'quicksight:QueryDashboard',
  ],
};

/** A dataset for each question and table, refreshed every day, and the dashboard over them. */
export class QuickSightDashboard extends Construct {
  constructor(scope: Construct, id: string, props: QuickSightDashboardProps) {
    super(scope, id);
    const awsAccountId = Stack.of(this).account;
    const allow = (actions: string[]) => props.principalArns.map((principal) => ({ principal, actions }));
    const questions: DrawnQuestion[] = Object.values(dashboardQuestions(trendDays));
    const asked = [
      ...questions,
      ...shownTables.map(({ asked: table, ...shown }) => ({ ...table, ...shown })),
    ];
    const dataSets = asked.map((question) => {
      const dataSet = new CfnDataSet(this, question.id, {
        awsAccountId,
        dataSetId: `credential-report-${question.id}`,
        name: `Credential reports: ${question.title}`,
        importMode: 'SPICE',
        // There is no data before the first collection.
        ingestionWaitPolicy: { waitForSpiceIngestion: false },
        physicalTableMap: { [question.id]: { customSql: customSql(question, props.source) } },
        permissions: allow(readers.dataSet),
      });
      const schedule = new CfnRefreshSchedule(this, `${question.id}-refresh`, {
        awsAccountId,
        dataSetId: `credential-report-${question.id}`,
        schedule: {
          scheduleId: 'daily',
          refreshType: 'FULL_REFRESH',
          scheduleFrequency: { interval: 'DAILY', timeOfTheDay: props.refreshAt, timeZone: 'UTC' },
        },
      });
      schedule.node.addDependency(dataSet);
      return [question.id, dataSet.attrArn] as const;
    });
    new CfnDashboard(this, 'Dashboard', {
      awsAccountId,
      dashboardId: 'credential-report',
      name: 'IAM credentials of the organization',
      definition: dashboardDefinition(questions, Object.fromEntries(dataSets)),
      permissions: allow(readers.dashboard),
    });
  }
}

function customSql(
  question: Question & { readonly id: string },
  { dataSource }: QuickSightSource,
): CfnDataSet.CustomSqlProperty {
  return {
    dataSourceArn: dataSource.attrArn,
    name: question.id,
    sqlQuery: dataSetSql(question.sql, databaseName),
    columns: Object.entries(question.columns).map(([name, { type }]) => ({ name, type: spiceTypes[type] })),
  };
}

const spiceTypes: Readonly<Record<ColumnType, string>> = {
  text: 'STRING',
  integer: 'INTEGER',
  date: 'DATETIME',
};
