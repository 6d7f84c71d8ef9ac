import type { AccountLine } from '../accounts/account-line';

/** What is known about accounts and exceptions while events are told; every part may be missing. */
export interface EventContext {
  /** Accounts of the newest list, by id. */
  readonly accounts: ReadonlyMap<string, Pick<AccountLine, 'account_name' | 'ou_path'>>;
  /** Undefined when they could not be read: then nobody knows whether one covers a user. */
  readonly exceptions: readonly EventException[] | undefined;
  /** What could not be looked up, one sentence each. */
  readonly problems: readonly string[];
}

/** An accepted finding, as a line of `exceptions.csv`; `*` stands for every account, user or control. */
export interface EventException {
  readonly account_id: string;
  readonly user_name: string;
  readonly control: string;
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day that it holds. */
  readonly expires_on: string;
}

/** The first exception that names this user of this account and still holds on that day. */
export function exceptionFor(
  exceptions: readonly EventException[],
  accountId: string,
  user: string,
  day: string,
): EventException | undefined {
  return exceptions.find(
    ({ account_id, user_name, expires_on }) =>
      [accountId, '*'].includes(account_id) && [user, '*'].includes(user_name) && expires_on >= day,
  );
}
