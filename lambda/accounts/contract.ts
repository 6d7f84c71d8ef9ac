/** What the accounts function and its construct share. */

/** Environment variables of the accounts function. Lists are joined by commas. */
export const accountsEnvironment = {
  bucket: 'REPORT_BUCKET',
  bucketOwner: 'REPORT_BUCKET_OWNER',
  /** The bucket's region. */
  bucketRegion: 'REPORT_BUCKET_REGION',
  managementAccountId: 'MANAGEMENT_ACCOUNT_ID',
  /** Ids of the root or of units that the collector is deployed to. */
  targets: 'TARGET_IDS',
  excludedAccounts: 'EXCLUDED_ACCOUNT_IDS',
  /** `true` writes the accounts' tags down. */
  includeTags: 'INCLUDE_TAGS',
  /** Key of the tag that names an owner. */
  ownerTag: 'OWNER_TAG',
  /** `true` writes the root users' e-mail addresses down. */
  includeEmail: 'INCLUDE_EMAIL',
} as const;

/** Key of the tag that names the owner of a user or an account, where no other is configured. */
export const defaultOwnerTag = 'owner';

/** What the schedule sends. */
export interface AccountsEvent {
  /**
   * The time the run was scheduled for, ISO 8601 UTC; decides the day it counts for.
   * @default now, for a run by hand
   */
  readonly scheduled_at?: string;
}

/** The Lambda function's timeout in seconds: with tags, Organizations is asked once per account. */
export const accountsTimeoutSeconds = 900;
