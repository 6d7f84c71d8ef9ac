import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { STSClient } from '@aws-sdk/client-sts';
import { awsSettings, type AwsOptions } from '../aws-settings';
import { callerIdentity } from '../caller-identity';
import { memberSession } from '../collect/member-session';

/** An account whose Security Hub is given findings. */
export interface HubAccount {
  readonly accountId: string;
  readonly partition: string;
  readonly client: SecurityHubClient;
  /** Whether it is given the findings of an account. */
  readonly takes: (accountId: string) => boolean;
}

/** Where findings go. */
export interface HubOptions extends AwsOptions {
  /** @default all findings go to the caller's account */
  readonly roleName?: string;
}

/**
 * Security Hub takes an account's own findings from that account alone: either the caller's account is given all, each with its
 * user's ARN, or a role of every account imports its own. One is done with before the next is asked for.
 * @throws CommandError without usable credentials
 */
export async function* hubAccounts(
  options: HubOptions,
  accountIds: readonly string[],
): AsyncGenerator<HubAccount> {
  const settings = awsSettings(options);
  const sts = new STSClient(settings);
  const { accountId: ownId, partition } = await callerIdentity(sts);
  const client = new SecurityHubClient(settings);
  const { roleName } = options;
  if (roleName === undefined) {
    yield { accountId: ownId, partition, client, takes: () => true };
    return;
  }
  const session = memberSession(sts, partition, roleName);
  const member = new SecurityHubClient({ ...settings, credentials: session.credentials });
  for (const accountId of accountIds) {
    session.enter(accountId);
    const as = accountId === ownId ? client : member;
    yield { accountId, partition, client: as, takes: (other) => other === accountId };
  }
}
