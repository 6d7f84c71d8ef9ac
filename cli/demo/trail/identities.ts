import { accessKeysNow, userArn, userShape } from '../../../local/organization/iam/users-now';
import type { AccountData } from '../../../local/organization/organization-data';
import type { UserData } from '../../../local/organization/user-data';
import { lastDay } from '../days';
import { demoOrganization } from '../organization';

type Identity = Readonly<Record<string, unknown>>;

/** A user of the demo's organization, and the account. */
export interface KnownUser {
  readonly account: AccountData;
  readonly user: UserData;
}

/** @throws Error for a user that the demo's organization does not have */
export function knownUser(accountId: string, name: string): KnownUser {
  const account = demoOrganization.accounts.find(({ id }) => id === accountId);
  const user = account?.users?.find((one) => one.name === name);
  if (account === undefined || user === undefined)
    throw new Error(`the demo has no user ${name} in ${accountId}`);
  return { account, user };
}

/** The id of the user's oldest key on the demo's last day. @throws Error where there is none */
export function oldestKeyId({ account, user }: KnownUser): string {
  const [key] = accessKeysNow('aws', account, user, new Date(`${lastDay}T23:00:00Z`));
  if (key === undefined) throw new Error(`the demo's user ${user.name} has no key`);
  return key.AccessKeyId;
}

/** The user as CloudTrail describes who called; without a key who signs in. */
export function userIdentity({ account, user }: KnownUser, keyId?: string): Identity {
  return {
    type: 'IAMUser',
    principalId: userShape('aws', account, user).UserId,
    arn: userArn('aws', account, user),
    accountId: account.id,
    ...(keyId === undefined ? {} : { accessKeyId: keyId }),
    userName: user.name,
  };
}

/** What CloudTrail writes for a sign-in with a name that no user has. */
export function hiddenIdentity(accountId: string): Identity {
  return { type: 'IAMUser', accountId, userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
}

export function rootIdentity(accountId: string): Identity {
  return {
    type: 'Root',
    principalId: accountId,
    arn: `arn:aws:iam::${accountId}:root`,
    accountId,
    accessKeyId: '',
  };
}

/** A role's session, of which most of a trail is made. */
export function roleIdentity(accountId: string): Identity {
  const arn = `arn:aws:iam::${accountId}:role/monitoring`;
  return {
    type: 'AssumedRole',
    principalId: 'AROADEMOMONITORING001:poll',
    arn: `arn:aws:sts::${accountId}:assumed-role/monitoring/poll`,
    accountId,
    accessKeyId: 'ASIADEMOMONITORING01',
    sessionContext: { sessionIssuer: { type: 'Role', arn, accountId, userName: 'monitoring' } },
  };
}
