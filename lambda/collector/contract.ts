/** What the collector's construct and its handler share. */

/** Environment variables of the collector's Lambda function. */
export const collectorEnvironment = {
  /** Name of the central bucket. */
  bucket: 'REPORT_BUCKET',
  /** Account id that must own the bucket, so that a bucket that changed hands is refused. */
  bucketOwner: 'REPORT_BUCKET_OWNER',
  /** Region of the bucket. @default the function's own */
  bucketRegion: 'REPORT_BUCKET_REGION',
  /** ARN of the role in the management account that reads this account's own name. */
  accountNameRole: 'ACCOUNT_NAME_ROLE_ARN',
} as const;

/** What the schedule sends. */
export interface CollectorEvent {
  /**
   * The time the run was scheduled for, ISO 8601 UTC; decides the day it counts for.
   * @default now, for a run by hand
   */
  readonly scheduled_at?: string;
}

/** The session tag that the account-name role asks for, and that names the only account it then describes. */
export const accountNameSessionTag = 'account';

/** The Lambda function's timeout in seconds: long enough to wait out `LimitExceeded`, Lambda allows 900. */
export const collectorTimeoutSeconds = 600;

/**
 * What must be left of that time, in milliseconds, when a step is over: a step without an answer is given up then, so that
 * a `failed` record is there before the function ends.
 */
export const reserveMs = {
  /** Fetching the report. */
  report: 90_000,
  /** Reading the account's name. */
  name: 60_000,
  /** Putting the report; three attempts at putting the run record, of 10 s each, follow. */
  put: 30_000,
} as const;
