import type { Span } from '../iam-data';
import type { AccountData } from '../organization-data';
import { uniqueId } from '../principal';
import { keyAt } from '../report/credential-state';
import { eventsUntil, reached } from '../timeline';
import type { UserData } from '../user-data';

/** Users that exist at a moment, in the order of their names as IAM lists them. */
export function usersNow(account: AccountData, now: Date): UserData[] {
  return (account.users ?? [])
    .filter((user) => isThere(user, now))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** Whether a user exists at a moment. */
export function isThere({ createdAt, deletedAt }: UserData, now: Date): boolean {
  return reached(createdAt, now) && !reached(deletedAt, now);
}

/** What of some things holds at a moment. */
export function holding<T extends Span>(things: readonly T[] | undefined, now: Date): T[] {
  return (things ?? []).filter(
    ({ from, until }) => (from === undefined || reached(from, now)) && !reached(until, now),
  );
}

/** ARN of what IAM keeps in an account. */
export function iamArn(partition: string, account: AccountData, resource: string): string {
  return `arn:${partition}:iam::${account.id}:${resource}`;
}

export function userArn(partition: string, account: AccountData, user: UserData): string {
  return iamArn(partition, account, `user${user.path ?? '/'}${user.name}`);
}

/** What every answer that names a user says of it. */
export function userShape(partition: string, account: AccountData, user: UserData) {
  const Arn = userArn(partition, account, user);
  return {
    Path: user.path ?? '/',
    UserName: user.name,
    UserId: uniqueId('AIDA', Arn),
    Arn,
    CreateDate: seconds(user.createdAt),
  };
}

/** A user's access keys at a moment, the older first. */
export function accessKeysNow(partition: string, account: AccountData, user: UserData, now: Date) {
  const keys = ([1, 2] as const).flatMap((slot) => {
    const key = keyAt(user.accessKeys?.[slot], now);
    return key === undefined ? [] : [{ ...key, slot }];
  });
  return keys
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
    .map(({ active, createdAt, slot }) => ({
      UserName: user.name,
      AccessKeyId: uniqueId('AKIA', `${userArn(partition, account, user)} ${slot} ${createdAt}`),
      Status: active ? 'Active' : 'Inactive',
      CreateDate: seconds(createdAt),
    }));
}

/** Since when MFA is on; undefined while it is off. */
export function mfaSince({ mfa }: Pick<UserData, 'mfa'>, now: Date): string | undefined {
  const last = eventsUntil(mfa, now).at(-1);
  return last?.event === 'on' ? last.at : undefined;
}

/** IAM's times are whole seconds. */
export function seconds(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
