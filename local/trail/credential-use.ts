/** A row of the view `credential_use`: one kind of call of one credential on one day. */
export interface CredentialUse {
  readonly account_id: string;
  /** The day of the events, `YYYY-MM-DD`; the folder's day may be the next one. */
  readonly event_date: string;
  /** Null for the root user, and where CloudTrail hides the name of a failed sign-in. */
  readonly user_name: string | null;
  readonly is_root: boolean;
  /** `AKIA…`, or `ASIA…` of a session; null for a sign-in. */
  readonly access_key_id: string | null;
  /** `s3.amazonaws.com` */
  readonly event_source: string;
  /** Without the version that some services append: `CreateFunction`. */
  readonly event_name: string;
  /** As CloudTrail wrote it: `CreateFunction20150331`. */
  readonly event_name_raw: string;
  /** Null for a use; of an attempt what AWS answered, `Failure` for a sign-in. */
  readonly error_code: string | null;
  readonly aws_region: string;
  /** Whether the events are data events, which trails log only where that is switched on. */
  readonly is_data_event: boolean;
  readonly calls: number;
  /** `YYYY-MM-DD HH:MM:SS` in UTC. */
  readonly first_at: string;
  readonly last_at: string;
  /** Addresses, or names of the services that called; the first 20 in the order of the alphabet. */
  readonly source_addresses: readonly string[];
  readonly source_address_count: number;
  readonly user_agent_count: number;
  /** ARNs that the events name, objects of S3 as `<bucket>/*`; the first 50 in the order of the alphabet. */
  readonly resources: readonly string[];
  /** Whether the events name more, or some of them nothing. */
  readonly resources_cut: boolean;
}

/** Its columns, in the view's order. */
export const useColumns = [
  'account_id',
  'event_date',
  'user_name',
  'is_root',
  'access_key_id',
  'event_source',
  'event_name',
  'event_name_raw',
  'error_code',
  'aws_region',
  'is_data_event',
  'calls',
  'first_at',
  'last_at',
  'source_addresses',
  'source_address_count',
  'user_agent_count',
  'resources',
  'resources_cut',
] as const satisfies readonly (keyof CredentialUse)[];
