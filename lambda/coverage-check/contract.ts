/** What the coverage check's construct and its handler share. */

/** Environment variables of its Lambda function. */
export const coverageCheckEnvironment = {
  workGroup: 'WORK_GROUP',
  database: 'DATABASE',
  bucket: 'REPORT_BUCKET',
  bucketOwner: 'REPORT_BUCKET_OWNER',
  /** So many accounts may be silent before an alarm notifies. */
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
 * notifies nobody again.
 */
export const alsoSilentMetric = 'AccountsAlsoSilent';

/** Metric of the bytes of the account that handed in most under one day. */
export const accountDayBytesMetric = 'LargestAccountDayBytes';

/** Metric of the objects of the account that handed in most under one day. */
export const accountDayObjectsMetric = 'LargestAccountDayObjects';

/** More than any account hands in on a day: a report has at most 5,000 users, which are 2.5 MB, and facts end at 12 MB. */
export const maxAccountDayBytes = 20 * 1024 * 1024;

/** A report, its facts and a run record, and some more where an account was renamed between two runs. */
export const maxAccountDayObjects = 10;

/** Days whose objects are listed, today's included: what views look back to. */
export const listedDays = 36;

/** Pages of a day's list, of 1,000 objects each. */
export const maxListedPages = 50;

/** The Lambda function's timeout in seconds: one query and the lists. */
export const coverageCheckTimeoutSeconds = 300;

/** Kept free at the end for writing the metrics, in milliseconds. */
export const coverageCheckReserveMs = 10_000;
