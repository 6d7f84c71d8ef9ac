import { Stack } from 'aws-cdk-lib';
import { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { Construct } from 'constructs';
import { dataSets } from '../../../dashboards/quick-sight/data-sets';
import { dashboardDefinition } from '../../../dashboards/quick-sight/definition';
import { rowRules } from '../../../dashboards/quick-sight/row-rules';
import type { QuickSightSettings } from '../../config/settings';
import { QuickSightDataSet } from './quick-sight-data-set';
import type { QuickSightSource } from './quick-sight-source';

export interface QuickSightDashboardProps extends QuickSightSettings {
  readonly source: QuickSightSource;
  /** Time of day in UTC, `HH:MM`, at which SPICE takes the day's numbers over. */
  readonly refreshAt: string;
}

/** Action set of a reader: QuickSight refuses any other. */
const readerActions = [
  'quicksight:DescribeDashboard',
  'quicksight:ListDashboardVersions',
  'quicksight:QueryDashboard',
];

/** The datasets, the rules of who sees which of their rows, and the dashboard over them. */
export class QuickSightDashboard extends Construct {
  constructor(scope: Construct, id: string, props: QuickSightDashboardProps) {
    super(scope, id);
    const { source, refreshAt, principalArns: everything, restricted: some } = props;
    const isRestricted = Object.keys(some).length > 0;
    const readers = [...everything, ...Object.keys(some)];
    // Nobody else may read who sees what.
    const rules = isRestricted
      ? new QuickSightDataSet(this, 'row-rules', {
          source,
          asked: rowRules({ everything, some }),
          refreshAt,
          principalArns: [],
          isRules: true,
        })
      : undefined;
    const arns = dataSets.map((asked) => {
      const dataSet = new QuickSightDataSet(this, asked.id, {
        source,
        asked,
        refreshAt,
        principalArns: readers,
        rulesArn: rules?.arn,
      });
      return [asked.id, dataSet.arn] as const;
    });
    new CfnDashboard(this, 'Dashboard', {
      awsAccountId: Stack.of(this).account,
      dashboardId: 'credential-report',
      name: 'IAM credentials of the organization',
      definition: dashboardDefinition(Object.fromEntries(arns)),
      permissions: readers.map((principal) => ({ principal, actions: readerActions })),
    });
  }
}
