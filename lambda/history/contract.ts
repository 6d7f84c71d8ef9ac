/** What the history's construct and its handler share. */

/** Environment variables of its Lambda function. */
export const historyEnvironment = {
  bucket: 'REPORT_BUCKET',
  bucketOwner: 'REPORT_BUCKET_OWNER',
  /** For so many days objects are kept; what is older is not written any more. */
  retentionDays: 'RETENTION_DAYS',
} as const;

/** Metric of yesterday's history: 1 when every source's file is there as it should be, else 0. */
export const yesterdayWrittenMetric = 'HistoryYesterdayWritten';

/** Metric of the objects of the newest days that could not be read into the history. */
export const objectsNotReadMetric = 'HistoryObjectsNotRead';

/** Days before today that every run looks at: what changes in them is made anew. */
export const recentDays = 7;

/** Files of older days that a run writes at most. */
export const maxOlderFiles = 160;

/** The Lambda function's timeout in seconds, the most that Lambda has. */
export const historyTimeoutSeconds = 900;

/** With less time left, in milliseconds, no other day is begun: one of 5,000 accounts takes a minute. */
export const historyReserveMs = 120_000;

/** In MiB. A day of 5,000 accounts takes less than 512; more memory is more of a processor too. */
export const historyMemory = 1_024;
