import { countOf, numberOf, type TextRow } from '../athena/text-row';
import { metricNamespace, metrics } from './contract';

/**
 * A day's coverage in CloudWatch's embedded metric format: CloudWatch makes metrics of the line in the log, so the
 * function needs no permission to write any.
 * @throws Error without a list of accounts: then nobody knows how many are missing, which is not none
 */
export function metricLine(coverage: TextRow | undefined, now: Date): string {
  if (coverage === undefined)
    throw new Error('the query of the coverage answered no row, it must answer one');
  if (numberOf(coverage, 'directory_age_days') === undefined) {
    throw new Error(
      'there is no list of accounts of the last 7 days: how many accounts are missing is not known',
    );
  }
  const values = Object.entries(metrics).map(([column, name]) => [name, countOf(coverage, column)]);
  return JSON.stringify({
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [[]],
          Metrics: Object.values(metrics).map((Name) => ({ Name, Unit: 'Count' })),
        },
      ],
    },
    ...Object.fromEntries(values),
  });
}
