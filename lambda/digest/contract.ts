/** What the digest's construct and its handler share. */

/** What a digest may be about: one goes out every week or every day. */
export const digestIntervals = ['week', 'day'] as const;
export type DigestInterval = (typeof digestIntervals)[number];
export const defaultDigestInterval: DigestInterval = 'week';

/** Heading of `docs/runbook.md` about accounts without a report. */
export const silentHeading = 'Accounts are missing or failed';

/** What the schedule sends. */
export interface DigestEvent {
  /** The time the digest was scheduled for, ISO 8601 UTC; decides its period. @default now, for a run by hand */
  readonly scheduled_at?: string;
  /** 2 and up sends the digest of the period again, on purpose: its records are those of another period. */
  readonly attempt?: number;
}

/** Environment variables of the digest's Lambda function. */
export const digestEnvironment = {
  bucket: 'REPORT_BUCKET',
  bucketOwner: 'REPORT_BUCKET_OWNER',
  workGroup: 'WORK_GROUP',
  database: 'DATABASE',
  /** A `DigestInterval`. */
  every: 'EVERY',
  /** JSON of `OwnerTopics`; absent without owners. */
  owners: 'OWNERS',
} as const;

/** Topics of those who own accounts. */
export interface OwnerTopics {
  /** Tag of an account that names its owner. */
  readonly tagKey: string;
  /** ARN of a topic by the tag's value. */
  readonly destinations: Readonly<Record<string, string>>;
}

/** The Lambda function's timeout in seconds: the queries run side by side and take seconds, Slack may take a minute. */
export const digestTimeoutSeconds = 600;

/** Kept free at the end for sending, in milliseconds: Slack is asked four times with pauses of up to a minute. */
export const digestReserveMs = 300_000;
