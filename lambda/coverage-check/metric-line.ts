import { countOf, numberOf, type TextRow } from '../shared/athena/text-row';
import { embeddedMetrics } from '../shared/metrics/embedded-metrics';
import { alsoSilentMetric, metrics } from './contract';

/**
 * A day's coverage as a line of the log that CloudWatch makes metrics of.
 * @param toleratedAccounts so many may be silent before an alarm tells
 * @throws Error without a list of accounts: then nobody knows how many are missing, which is not none
 */
export function metricLine(coverage: TextRow | undefined, toleratedAccounts: number, now: Date): string {
  if (coverage === undefined)
    throw new Error('the query of the coverage answered no row, it must answer one');
  if (numberOf(coverage, 'directory_age_days') === undefined) {
    throw new Error(
      'there is no list of accounts of the last 7 days: how many accounts are missing is not known',
    );
  }
  const silent = countOf(coverage, 'failed') + countOf(coverage, 'missing');
  const isTold = silent > toleratedAccounts && countOf(coverage, 'silent_before') > toleratedAccounts;
  return embeddedMetrics(
    {
      ...Object.fromEntries(
        Object.entries(metrics).map(([column, name]) => [name, countOf(coverage, column)]),
      ),
      [alsoSilentMetric]: isTold ? countOf(coverage, 'newly_silent') : 0,
    },
    now,
  );
}
