import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { objectsNotReadMetric, recentDays, yesterdayWrittenMetric } from '../../../lambda/history/contract';
import { metricNamespace } from '../../../lambda/shared/metrics/contract';
import { silentHours } from '../../config/timing';
import { runbook } from './runbook';
import type { RunbookAlarms } from './runbook-alarms';

export interface HistoryAlarmsProps {
  readonly alarms: RunbookAlarms;
  /** Runs of the history function that failed. */
  readonly errors: IMetric;
}

/** Alarms when a day has no history, or one that lacks something. */
export class HistoryAlarms extends Construct {
  constructor(scope: Construct, id: string, { alarms, errors }: HistoryAlarmsProps) {
    super(scope, id);
    const measured = (metricName: string) =>
      new Metric({
        namespace: metricNamespace,
        metricName,
        statistic: 'Maximum',
        period: Duration.hours(1),
      });
    // So long after the run of the day before is the morning of the next day.
    alarms.whenNone(
      'HistoryMissing',
      `For ${silentHours} hours no run wrote the history of the day before.`,
      runbook.history,
      measured(yesterdayWrittenMetric),
      silentHours,
    );
    alarms.whenAny('HistoryFailed', 'A day could not be written into the history.', runbook.history, errors);
    // It ends within the hours and comes again every day until it is gone.
    alarms.whenAny(
      'HistoryIncomplete',
      `The history of the last ${recentDays} days lacks objects that could not be read.`,
      runbook.historyIncomplete,
      measured(objectsNotReadMetric),
    );
  }
}
