import type { DigestRow } from '../../athena-ddl/questions/digest';
import { embeddedMetrics } from '../shared/metrics/embedded-metrics';
import { alsoSilentMetric, metrics } from './contract';

/**
 * A day's coverage as a line of the log that CloudWatch makes metrics of.
 * @param toleratedAccounts so many may be silent before an alarm notifies
 * @throws Error without a list of accounts: then nobody knows how many are missing, which is not none
 */
export function metricLine(
  coverage: DigestRow<'digest_coverage'> | undefined,
  toleratedAccounts: number,
  now: Date,
): string {
  if (coverage === undefined)
    throw new Error('the query of the coverage answered no row, it must answer one');
  if (coverage.list_age_days === null) {
    throw new Error(
      'there is no list of accounts of the last 7 days: how many accounts are missing is not known',
    );
  }
  const silent = coverage.failed + coverage.missing;
  const isNotified = silent > toleratedAccounts && coverage.silent_before > toleratedAccounts;
  return embeddedMetrics(
    {
      [metrics.expected]: coverage.expected,
      [metrics.collected]: coverage.collected,
      [metrics.failed]: coverage.failed,
      [metrics.missing]: coverage.missing,
      [alsoSilentMetric]: isNotified ? coverage.newly_silent : 0,
    },
    now,
  );
}
