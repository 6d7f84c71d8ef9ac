import type { UserFacts } from './iam-data';

/** What happened to a password. Creating one is `enabled`, deleting it `disabled`; `at` is ISO 8601, UTC. */
export interface PasswordEvent {
  readonly at: string;
  readonly event: 'enabled' | 'changed' | 'used' | 'disabled';
}

/** What happened to an access key in one of the two slots. Region and service are those of the use, N/A when absent. */
export interface AccessKeyEvent {
  readonly at: string;
  readonly event: 'created' | 'activated' | 'deactivated' | 'deleted' | 'used';
  readonly region?: string;
  readonly service?: string;
}

/** What happened to an X.509 signing certificate in one of the two slots. */
export interface CertificateEvent {
  readonly at: string;
  readonly event: 'created' | 'activated' | 'deactivated' | 'deleted';
}

export interface MfaEvent {
  readonly at: string;
  readonly event: 'on' | 'off';
}

/** A history of credentials; events may stand in any order, each counts from its moment on. */
export interface CredentialHistory {
  readonly password?: readonly PasswordEvent[];
  readonly mfa?: readonly MfaEvent[];
  /** By slot. */
  readonly accessKeys?: Readonly<Partial<Record<1 | 2, readonly AccessKeyEvent[]>>>;
  /** By slot. */
  readonly certificates?: Readonly<Partial<Record<1 | 2, readonly CertificateEvent[]>>>;
  /** The 23rd column, where the account's reports have one. @default 'N/A' */
  readonly additionalCredentialsInfo?: string;
}

export interface UserData extends CredentialHistory, UserFacts {
  readonly name: string;
  /** Begins and ends with a slash. @default '/' */
  readonly path?: string;
  readonly createdAt: string;
  readonly deletedAt?: string;
}

export interface RootCredentials extends CredentialHistory, Pick<UserFacts, 'mfaKind'> {
  /** @default the moment the account joined */
  readonly createdAt?: string;
}
