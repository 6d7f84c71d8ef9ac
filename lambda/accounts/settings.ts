import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { variable, type Environment } from '../shared/runtime/variable';
import { accountsEnvironment, type AccountsEvent } from './contract';
import type { DirectoryScope } from './list-accounts';

/** What one invocation is to do. */
export interface AccountsSettings {
  readonly scope: DirectoryScope;
  readonly bucket: OwnedBucket & { readonly region: string };
  /** Decides the day, in UTC. */
  readonly scheduledAt: Date;
}

/**
 * Reads an invocation from its event and environment.
 * @throws Error naming what is missing or malformed
 */
export function readSettings(event: AccountsEvent, environment: Environment, now: Date): AccountsSettings {
  const required = (name: string) => variable(environment, name);
  const list = (name: string) => (environment[name] ?? '').split(',').filter((item) => item !== '');
  const scheduledAt = event.scheduled_at === undefined ? now : new Date(event.scheduled_at);
  if (Number.isNaN(scheduledAt.getTime())) {
    throw new Error(
      `scheduled_at must be a time such as 2026-11-22T03:00:00Z, received ${JSON.stringify(event.scheduled_at)}`,
    );
  }
  return {
    scope: {
      managementAccountId: required(accountsEnvironment.managementAccountId),
      targetIds: list(accountsEnvironment.targets),
      excludedAccountIds: list(accountsEnvironment.excludedAccounts),
      includeTags: environment[accountsEnvironment.includeTags] === 'true',
      ownerTag: required(accountsEnvironment.ownerTag),
      includeEmail: environment[accountsEnvironment.includeEmail] === 'true',
    },
    bucket: {
      name: required(accountsEnvironment.bucket),
      owner: required(accountsEnvironment.bucketOwner),
      region: required(accountsEnvironment.bucketRegion),
    },
    scheduledAt,
  };
}
