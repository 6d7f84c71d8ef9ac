import { foreign, type Line } from '../shared/messages/document';

/** A row about an account; its name may not be known. */
export interface AccountRow {
  readonly account_id: string;
  readonly account_name: string | null;
}

/** A row about a user of an account. */
export interface UserRow extends AccountRow {
  readonly user_name: string;
}

/** Which account a row is about; a name that could not be read, or cannot be seen, leaves the id alone. */
export function accountOf({ account_id: id, account_name: name }: AccountRow): Line {
  return name === null || name.trim() === '' ? [`account ${id}`] : [foreign(name), ` (${id})`];
}

/** Which user of which account a row is about. */
export function userOf(row: UserRow): Line {
  return [foreign(row.user_name), ' in ', ...accountOf(row)];
}

/** Tells users apart; names are those of one account. */
export function userKey({ account_id: id, user_name: user }: UserRow): string {
  return `${id} ${user}`;
}

/** Tells findings apart: a user's control, of one credential. */
export function findingKey(
  row: UserRow & { readonly control: string; readonly credential: string | null },
): string {
  return [userKey(row), row.control, row.credential].join(' ');
}

/** A row that may name an access key, and who owns it. */
export interface OwnedRow extends UserRow {
  readonly key_id: string | null;
  readonly owner?: string | null;
}

/** Which user, with which key, and who owns it, as far as that is known. */
export function ownedOf({ key_id: key, owner = null, ...row }: OwnedRow): Line {
  return [
    ...userOf(row),
    ...(key === null ? [] : [', ', foreign(key)]),
    ...(owner === null || owner.trim() === '' ? [] : [', owner ', foreign(owner)]),
  ];
}

/** What shows all that a message had no room for: a query that is saved in the workgroup, */
export function savedQuery(name: string): string {
  return `all of them with the saved query ${name}`;
}

/** a view or table that has it as it is, */
export function inTable(name: string): string {
  return `all of them in ${name}`;
}

/** or a query that messages alone ask, which the command has. */
export function namedQuery(name: string): string {
  return `all of them with credential-report query --named ${name}`;
}
