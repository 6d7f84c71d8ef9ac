/** What the collector's construct and its handler share. */

/**
 * Environment variables of the collector's Lambda function. `bucketOwner` is the account that must own the bucket, so that
 * one that changed hands is refused; `bucketRegion` is its region, if not the function's own; `accountNameRole` is the ARN of
 * the role in the management account that reads this account's own name; `facts` says what is read beside the report. An
 * enumeration, because bundling leaves the names alone of it: the collector must stay small.
 */
export enum collectorEnvironment {
  bucket = 'REPORT_BUCKET',
  bucketOwner = 'REPORT_BUCKET_OWNER',
  bucketRegion = 'REPORT_BUCKET_REGION',
  accountNameRole = 'ACCOUNT_NAME_ROLE_ARN',
  facts = 'USER_FACTS',
}

/** What is read beside the report: everything, everything but the tags of users, or nothing. */
export type FactScope = 'all' | 'without-tags' | 'none';

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
 * a `failed` record is there before the function ends. The steps: fetching the report, reading the account's name, reading
 * the facts, putting the report or the facts. Three attempts at putting the run record, of 10 s each, follow.
 */
export const reserveMs = { report: 90_000, name: 60_000, facts: 60_000, put: 30_000 } as const;
