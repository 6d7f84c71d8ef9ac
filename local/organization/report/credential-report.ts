import type { AccountData } from '../organization-data';
import { reached } from '../timeline';
import type { CredentialHistory, UserData } from '../user-data';
import { keyAt, mfaAt, passwordAt, type KeyState, type PasswordState } from './credential-state';
import { documentedColumn, recordedColumns } from './report-columns';

/**
 * An account's credential report as IAM writes it: the root user first, users sorted by name without regard to
 * case, LF between rows and none at the end.
 */
export function credentialReport(account: AccountData, partition: string, now: Date): string {
  const columns =
    account.additionalColumn === true ? [...recordedColumns, documentedColumn] : recordedColumns;
  const prefix = `arn:${partition}:iam::${account.id}:`;
  const users = (account.users ?? [])
    .filter((user) => reached(user.createdAt, now) && !reached(user.deletedAt, now))
    .map((user) => ({ user, sortedBy: user.name.toLowerCase() }))
    .sort((a, b) => (a.sortedBy < b.sortedBy ? -1 : 1));
  const rows = [
    columns,
    rootRow(account, prefix, now),
    ...users.map(({ user }) => userRow(user, prefix, account.passwordMaxAgeDays, now)),
  ];
  return rows.map((row) => row.slice(0, columns.length).map(quoted).join(',')).join('\n');
}

function rootRow(account: AccountData, prefix: string, now: Date): string[] {
  const root = account.root ?? {};
  const identity = ['<root_account>', `${prefix}root`, timestamp(root.createdAt ?? account.joinedAt)];
  // The root user's password never falls under the password policy: not_supported, with or without a password.
  return [
    ...identity,
    ...passwordFields(passwordAt(root.password, now), 'not_supported'),
    ...otherFields(root, now),
  ];
}

function userRow(user: UserData, prefix: string, maxAgeDays: number | undefined, now: Date): string[] {
  const identity = [user.name, `${prefix}user${user.path ?? '/'}${user.name}`, timestamp(user.createdAt)];
  const password = passwordAt(user.password, now);
  const nextRotation =
    password === undefined || maxAgeDays === undefined
      ? 'N/A'
      : timestamp(Date.parse(password.lastChanged) + maxAgeDays * 86_400_000);
  return [...identity, ...passwordFields(password, nextRotation), ...otherFields(user, now)];
}

function passwordFields(password: PasswordState | undefined, nextRotation: string): string[] {
  if (password === undefined) return ['false', 'N/A', 'N/A', nextRotation];
  const lastUsed = password.lastUsed === undefined ? 'no_information' : timestamp(password.lastUsed);
  return ['true', lastUsed, timestamp(password.lastChanged), nextRotation];
}

function otherFields(history: CredentialHistory, now: Date): string[] {
  const key = (slot: 1 | 2) => accessKeyFields(keyAt(history.accessKeys?.[slot], now));
  const certificate = (slot: 1 | 2) => keyFields(keyAt(history.certificates?.[slot], now));
  return [
    String(mfaAt(history.mfa, now)),
    ...[...key(1), ...key(2), ...certificate(1), ...certificate(2)],
    // What stands there for a user without further credentials was not seen in any recording.
    history.additionalCredentialsInfo ?? 'N/A',
  ];
}

/** The date of an existing key is that of its creation; whether switching it off counts as a change is not known. */
function keyFields(key: KeyState | undefined): string[] {
  return key === undefined ? ['false', 'N/A'] : [String(key.active), timestamp(key.createdAt)];
}

function accessKeyFields(key: KeyState | undefined): string[] {
  const { used } = key ?? {};
  if (used === undefined) return [...keyFields(key), 'N/A', 'N/A', 'N/A'];
  return [...keyFields(key), timestamp(used.at), used.region ?? 'N/A', used.service ?? 'N/A'];
}

/** Whole seconds, `Z`. */
function timestamp(moment: string | number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

/** Quoting as in RFC 4180: how IAM itself quotes a comma in a name or a quote in a path was not seen in any recording. */
function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
