import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  accountDayBytesMetric,
  accountDayObjectsMetric,
  alsoSilentMetric,
  coverageCheckEnvironment,
  coverageCheckTimeoutSeconds,
  maxAccountDayBytes,
  maxAccountDayObjects,
  metrics,
} from '../../../lambda/coverage-check/contract';
import { metricNamespace } from '../../../lambda/shared/metrics/contract';
import { allow } from '../../permissions/allow';
import type { RoleSettings } from '../../config/settings';
import { databaseName, workGroupName } from '../../config/names';
import { permissionsToQuery, type QueryScope } from '../../permissions/query-permissions';
import { runbook } from './runbook';
import { silentHours } from '../../config/timing';
import { DailySchedule } from '../function/daily-schedule';
import { InlineFunction } from '../function/inline-function';
import type { RunbookAlarms } from './runbook-alarms';

export interface CoverageAlarmsProps extends QueryScope {
  readonly toleratedAccounts: number;
  readonly alarms: RunbookAlarms;
  readonly roles: RoleSettings;
  readonly scheduleExpression: string;
}

/** Measures every day's coverage, and alarms when accounts are silent or nothing runs at all. */
export class CoverageAlarms extends Construct {
  /** Asks Athena. */
  readonly role: IRole;

  constructor(scope: Construct, id: string, props: CoverageAlarmsProps) {
    super(scope, id);
    const { alarms, roles, toleratedAccounts } = props;
    const { function: check, role } = new InlineFunction(this, 'Check', {
      name: 'coverage-check',
      description: 'Counts the accounts whose credential report of the day is there, failed or missing',
      roles,
      timeoutSeconds: coverageCheckTimeoutSeconds,
      environment: {
        [coverageCheckEnvironment.bucket]: props.bucketName,
        [coverageCheckEnvironment.bucketOwner]: Stack.of(this).account,
        [coverageCheckEnvironment.workGroup]: workGroupName,
        [coverageCheckEnvironment.database]: databaseName,
        [coverageCheckEnvironment.toleratedAccounts]: String(toleratedAccounts),
      },
    });
    this.role = role;
    for (const permission of permissionsToQuery(this, props)) allow(check, permission);
    new DailySchedule(this, 'Daily', {
      function: check,
      kind: 'coverage-check-schedule',
      roles,
      expression: props.scheduleExpression,
    });
    const period = Duration.hours(1);
    const accounts = (metricName: string) =>
      new Metric({ namespace: metricNamespace, metricName, statistic: 'Maximum', period });
    alarms.add(
      'AccountsSilent',
      `More accounts have no report of today than are tolerated, which is ${toleratedAccounts}.`,
      runbook.coverage,
      {
        metric: new MathExpression({
          expression: 'missing + failed',
          usingMetrics: { missing: accounts(metrics.missing), failed: accounts(metrics.failed) },
          period,
          label: 'Accounts without a report',
        }),
        threshold: toleratedAccounts,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        // There is one value a day: the state stays until the next.
        treatMissingData: TreatMissingData.IGNORE,
      },
    );
    // It ends within the hours, so that the next day's accounts are reported too.
    alarms.whenAny(
      'MoreAccountsSilent',
      'While others already had no report, more accounts fell silent today.',
      runbook.coverage,
      accounts(alsoSilentMetric),
    );
    alarms.whenNone(
      'NothingCollected',
      `For ${silentHours} hours no account handed in a report, or nobody looked.`,
      runbook.notRunning,
      accounts(metrics.collected),
      silentHours,
    );
    // They end within the hours and come again every day until it is gone.
    const tooMuch = (id: string, meaning: string, metricName: string, threshold: number) =>
      alarms.add(id, meaning, runbook.volume, {
        metric: accounts(metricName),
        threshold,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    const megabytes = maxAccountDayBytes / 1024 ** 2;
    tooMuch(
      'TooManyBytes',
      `An account handed in more than ${megabytes} MB under one day.`,
      accountDayBytesMetric,
      maxAccountDayBytes,
    );
    tooMuch(
      'TooManyObjects',
      `An account handed in more than ${maxAccountDayObjects} objects under one day.`,
      accountDayObjectsMetric,
      maxAccountDayObjects,
    );
    alarms.whenAny(
      'CheckFailed',
      'How many accounts are silent is not known.',
      runbook.coverageCheck,
      check.metricErrors({ period }),
    );
  }
}
