import { DescribeAccountCommand, type OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { accountNameSessionTag } from './contract';

/** Temporary credentials as STS hands them out. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Whom to ask for an account's name. */
export interface AccountNameSource {
  readonly sts: Pick<STSClient, 'send'>;
  /** Client of Organizations in the session of the account-name role. */
  readonly organizations: (session: Session) => Pick<OrganizationsClient, 'send'>;
  readonly roleArn: string;
}

/**
 * Reads an account's name from Organizations, through the role in the management account that shows each account
 * its own name and no other: the session tag decides which. Its session is the shortest that STS gives.
 * @throws what STS or Organizations answered; both clients retry throttling by themselves, then `accountNameOrWarning`
 * goes on without the name
 */
export async function readAccountName(
  source: AccountNameSource,
  accountId: string,
  abortSignal: AbortSignal,
): Promise<string> {
  const assume = new AssumeRoleCommand({
    RoleArn: source.roleArn,
    RoleSessionName: `account-name-${accountId}`,
    Tags: [{ Key: accountNameSessionTag, Value: accountId }],
    DurationSeconds: 900,
  });
  const { Credentials } = await source.sts.send(assume, { abortSignal });
  const {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
  } = Credentials ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken) throw new Error('STS answered without credentials');
  const organizations = source.organizations({ accessKeyId, secretAccessKey, sessionToken });
  const describe = new DescribeAccountCommand({ AccountId: accountId });
  const { Account } = await organizations.send(describe, { abortSignal });
  if (Account?.Name === undefined) throw new Error('Organizations answered without a name');
  return Account.Name;
}
