/** What the coverage check's construct and its handler share. */

/** Environment variables of its Lambda function. */
export const coverageCheckEnvironment = {
  workGroup: 'WORK_GROUP',
  database: 'DATABASE',
  /** So many accounts may be silent before an alarm tells. */
  toleratedAccounts: 'TOLERATED_ACCOUNTS',
} as const;

/** Metrics of one day's collection, each a number of accounts; `metrics.expected` counts those with a collector. */
export const metrics = {
  expected: 'AccountsExpected',
  collected: 'AccountsCollected',
  failed: 'AccountsFailed',
  missing: 'AccountsMissing',
} as const;

/**
 * Metric of the accounts that fell silent while more than tolerated were silent already: an alarm that has not ended
 * tells nobody again.
 */
export const alsoSilentMetric = 'AccountsAlsoSilent';

/** The Lambda function's timeout in seconds: one query. */
export const coverageCheckTimeoutSeconds = 300;

/** Kept free at the end for writing the metrics, in milliseconds. */
export const coverageCheckReserveMs = 10_000;
