/** What the digest's construct and its handler share. */

/** How often the digest goes out. */
export type DigestRhythm = 'weekly' | 'daily';

/** What the schedule sends. */
export interface DigestEvent {
  /** The time the digest was scheduled for, ISO 8601 UTC; decides its period. @default now, for a run by hand */
  readonly scheduled_at?: string;
}

/** Names of the files in `athena-ddl/queries` that a digest runs. */
export const digestQueries = [
  'digest_coverage',
  'digest_gaps',
  'digest_numbers',
  'digest_findings',
  'digest_finding_changes',
  'digest_changes',
  'digest_exceptions',
  'digest_accounts',
] as const;

export type DigestQuery = (typeof digestQueries)[number];

/** Run beside the others where owners get mails of their own. */
export const ownersQuery = 'digest_owners';
