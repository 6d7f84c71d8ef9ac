import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Session } from '../../lambda/collector/account-name';

/** Credentials as a client asks for them. */
type ExpiringSession = Session & { readonly expiration: Date };

/** Credentials of one account after another, for a client that outlives them all. */
export interface MemberSession {
  /** Goes on to another account. */
  enter(accountId: string): void;
  /** What the client asks before each request; assumes the account's role the first time. */
  readonly credentials: () => Promise<ExpiringSession>;
}

/** Sessions of `roleName` in whatever account is entered. */
export function memberSession(sts: STSClient, partition: string, roleName: string): MemberSession {
  let account = '';
  let assumed: Promise<ExpiringSession> | undefined;
  return {
    enter(accountId) {
      account = accountId;
      assumed = undefined;
    },
    credentials: () => {
      assumed ??= assumeRole(sts, memberRole(partition, account, roleName));
      const attempt = assumed;
      attempt.catch(() => {
        if (assumed === attempt) assumed = undefined;
      });
      return attempt;
    },
  };
}

/** ARN of a role of that name in an account. */
export function memberRole(partition: string, accountId: string, roleName: string): string {
  return `arn:${partition}:iam::${accountId}:role/${roleName}`;
}

async function assumeRole(sts: STSClient, roleArn: string): Promise<ExpiringSession> {
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: 'credential-report-collect',
      DurationSeconds: 900,
    }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
    throw new Error('STS answered without credentials');
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    // Said to be over, so that the client asks before every request and follows to the next account.
    expiration: new Date(0),
  };
}
