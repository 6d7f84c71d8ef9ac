import type { Account } from '@aws-sdk/client-organizations';

/** States of an account as Organizations names them. */
export type AccountState = 'PENDING_ACTIVATION' | 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE' | 'CLOSED';

/** The state of an account that Organizations listed: `State`, or `Status` where an API from before 2026-09-09 has that alone. */
export function accountState({ State, Status }: Account): AccountState | undefined {
  return State ?? Status;
}

/** Why no report is expected from an account. */
export type NotExpectedReason = 'excluded' | 'outside_ous' | 'not_active';

/** One account of the organization on one day, as a line of `accounts.jsonl`. */
export interface AccountLine {
  readonly account_id: string;
  readonly account_name: string;
  readonly state: AccountState;
  /** ISO 8601, UTC. */
  readonly joined_at: string;
  readonly joined_method: string;
  /** Names from the root to the account's unit: `Root/Prod/Web`. */
  readonly ou_path: string;
  /** Ids in the same order, the root's first. */
  readonly ou_ids: readonly string[];
  /** Whether the collector is deployed there. */
  readonly expected: boolean;
  readonly not_expected_reason: NotExpectedReason | null;
  /** Whether the organization manages the root users of its members centrally, the same on every line; null: not known. */
  readonly root_centrally_managed: boolean | null;
  /** Id of the organization, the same on every line; null: its ARN names none. */
  readonly organization_id: string | null;
  /** Key of the tag that names the owner of a user or an account, the same on every line. */
  readonly owner_tag: string;
  /** Only when configured. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The root user's e-mail address, only when configured. */
  readonly email?: string;
}
