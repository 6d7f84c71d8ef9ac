import { createHash } from 'node:crypto';

/** Who makes a call. */
export interface Principal {
  readonly accountId: string;
  /** The role of the session, with its path; absent for an IAM user. */
  readonly roleArn?: string;
  /** The ARN of the session or the user, as messages and GetCallerIdentity show it; a session's lacks the role's path. */
  readonly arn: string;
  readonly sessionTags: Readonly<Record<string, string>>;
}

/** A session's further attributes, which its credentials carry along a chain of roles. */
export interface Session {
  readonly principal: Principal;
  readonly sessionName?: string;
  readonly sourceIdentity?: string;
  /** Keys of session tags that the next role of a chain inherits. */
  readonly transitiveTagKeys: readonly string[];
  /** Milliseconds of the organization's clock; absent for keys that do not expire. */
  readonly expiresAt?: number;
}

/** `arn:aws:iam::100000000007:role/path/name` in its parts; undefined for anything else. */
export function parseRoleArn(arn: string): { accountId: string; path: string; name: string } | undefined {
  const match = /^arn:[a-z-]+:iam::(\d{12}):role(\/(?:[\x21-\x7e]+\/)?)([\w+=,.@-]{1,64})$/.exec(arn);
  const [, accountId, path, name] = match ?? [];
  return accountId === undefined || path === undefined || name === undefined
    ? undefined
    : { accountId, path, name };
}

/** The principal of a session of a role. */
export function rolePrincipal(
  partition: string,
  roleArn: string,
  sessionName: string,
  sessionTags: Readonly<Record<string, string>> = {},
): Principal {
  const role = parseRoleArn(roleArn);
  if (role === undefined)
    throw new Error(
      `not the ARN of a role: ${roleArn} (expected arn:aws:iam::<12 digits>:role/<path>/<name>)`,
    );
  return {
    accountId: role.accountId,
    roleArn,
    arn: `arn:${partition}:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`,
    sessionTags,
  };
}

/** The principal of keys that belong to no role: an administrator of the account. */
export function userPrincipal(partition: string, accountId: string): Principal {
  return { accountId, arn: `arn:${partition}:iam::${accountId}:user/administrator`, sessionTags: {} };
}

/** An id as IAM gives every role (`AROA`), user (`AIDA`), access key (`AKIA`) and policy (`ANPA`), always the same for the same thing. */
export function uniqueId(prefix: 'AROA' | 'AIDA' | 'AKIA' | 'ANPA', arn: string): string {
  const length = prefix === 'AKIA' ? 16 : 17;
  return `${prefix}${createHash('sha256').update(arn).digest('hex').slice(0, length).toUpperCase()}`;
}

/** The caller's id: `aws:userid`, and what GetCallerIdentity calls `UserId`. */
export function userId({ principal, sessionName }: Session): string {
  const { roleArn, arn } = principal;
  return roleArn === undefined ? uniqueId('AIDA', arn) : `${uniqueId('AROA', roleArn)}:${sessionName ?? ''}`;
}
