import type { AccountFacts } from './iam-data';
import type { RootCredentials, UserData } from './user-data';

/** A change at a moment: `at` is ISO 8601. */
export interface Change<T> {
  readonly at: string;
  readonly to: T;
}

/** A whole AWS Organization as plain data. All times are ISO 8601, UTC. */
export interface OrganizationData {
  /** `o-` and 10 to 32 letters or digits. */
  readonly id: string;
  /** @default 'aws' */
  readonly partition?: string;
  readonly managementAccountId: string;
  /** `r-` and 4 to 32 letters or digits. */
  readonly rootId: string;
  /** @default 'ALL' */
  readonly featureSet?: 'ALL' | 'CONSOLIDATED_BILLING';
  /** Features of central root access that are on, of `RootCredentialsManagement` and `RootSessions`. @default none */
  readonly organizationsFeatures?: readonly ('RootCredentialsManagement' | 'RootSessions')[];
  /** Service principals that Organizations trusts. @default none */
  readonly trustedServices?: readonly string[];
  /** Whether accounts are described with `Paths`, which APIs and SDKs from before it leave out. @default true */
  readonly paths?: boolean;
  /** What an account's state is described by: both, or one alone, as before `State` came and after `Status` goes. @default both */
  readonly describedBy?: readonly ('State' | 'Status')[];
  readonly organizationalUnits: readonly OrganizationalUnitData[];
  readonly accounts: readonly AccountData[];
  /** Accounts that are no members, to call as from outside; `organizationId` is that of another organization. */
  readonly outsiders?: readonly { readonly id: string; readonly organizationId?: string }[];
}

export interface OrganizationalUnitData {
  readonly id: string;
  readonly name: string;
  /** The root's id or another unit's. */
  readonly parentId: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The values of `Account.State` in the API reference of AWS Organizations. */
export type AccountState = 'PENDING_ACTIVATION' | 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE' | 'CLOSED';

export interface AccountData extends AccountFacts {
  /** Twelve digits. */
  readonly id: string;
  /** The name on joining. */
  readonly name: string;
  readonly renames?: readonly Change<string>[];
  /** The root user's e-mail address. */
  readonly email: string;
  readonly joinedAt: string;
  /** @default 'CREATED' */
  readonly joinedMethod?: 'CREATED' | 'INVITED';
  /** From then on the state is CLOSED: a shorthand for an entry of `states`. */
  readonly closedAt?: string;
  /** From then on the account is no member any more and appears in no list. */
  readonly leftAt?: string;
  /** Before the first of them the state is ACTIVE. */
  readonly states?: readonly Change<AccountState>[];
  /** The root's id or a unit's, on joining. */
  readonly parentId: string;
  readonly moves?: readonly Change<string>[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Service principals that the account is delegated administrator of, e.g. `member.org.stacksets.cloudformation.amazonaws.com`. */
  readonly delegatedFor?: readonly string[];
  /** Roles that may be assumed; when an `authorize` hook is given the hook decides and these only set the limits. */
  readonly roles?: readonly RoleData[];
  readonly users?: readonly UserData[];
  /** The root user's credentials. @default none at all, as under central root access management */
  readonly root?: RootCredentials;
  /** Days after which the password policy demands a new password. @default none, `password_next_rotation` is N/A */
  readonly passwordMaxAgeDays?: number;
  /** Adds the 23rd column to generated reports. @default false */
  readonly additionalColumn?: boolean;
  /** Served byte for byte instead of a generated report: a path, bytes, or which of them from when on. */
  readonly recordedReport?: RecordedReport | readonly Change<RecordedReport>[];
}

/** A file's path, or the report's bytes. */
export type RecordedReport = string | Uint8Array;

export interface RoleData {
  /** With its path. */
  readonly arn: string;
  /** Who may assume it without an `authorize` hook: account ids, role ARNs with path, or the organization's id for every member. */
  readonly trusted: readonly string[];
  /** Longest session in seconds. @default 3600 */
  readonly maxSessionSeconds?: number;
}
