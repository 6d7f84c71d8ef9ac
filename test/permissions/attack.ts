import type { Document, Role } from './estate';
import type { Installation } from './installation';
import { organizationId } from './organization';
import type { Request } from './prove';

/** Something that nobody may do, however much an account's own administrator allows. */
export interface Attack {
  readonly name: string;
  /** None where an installation has nothing to attack in this way. */
  readonly requests: (installation: Installation) => readonly Request[];
}

const everything: Document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** Who attacks. */
export interface Caller {
  readonly accountId: string;
  readonly roleArn: string;
  readonly organization?: string;
  /** Policies that the account's administrator added to the role. @default none */
  readonly added?: readonly Document[];
}

/** Roles of the installation, and others that an administrator could make. */
export const roleOf = ({ estate }: Installation, kind: string, accountId: string): Role => {
  const role = estate.roles.find((one) => one.kind === kind && one.accountId === accountId);
  if (role === undefined) throw new Error(`no role ${kind} in ${accountId}`);
  return role;
};
/** The collector of an account, which its administrator allowed everything. */
export const collector = (installation: Installation, accountId: string): Caller => ({
  accountId,
  roleArn: roleOf(installation, 'collector', accountId).arn,
  added: [everything],
});
/** A role that an account's administrator made and allowed everything. */
export const made = (accountId: string, path: string, organization = organizationId): Caller => ({
  accountId,
  roleArn: `arn:aws:iam::${accountId}:role${path}`,
  organization,
  added: [everything],
});
/** The path of a kind of role, as the installation has it. */
export const pathOf = (installation: Installation, kind: string) =>
  installation.estate.roles
    .find((role) => role.kind === kind)
    ?.arn.replace(/^.*:role/, '')
    .replace(/[^/]+$/, '') ?? '';

/** A request of a caller, over TLS unless the context says otherwise. */
export function request(
  caller: Caller,
  action: string,
  resource: string,
  resourceAccountId: string,
  context: Readonly<Record<string, string | readonly string[]>> = {},
): Request {
  const { accountId, roleArn, organization = organizationId, added = [] } = caller;
  return {
    action,
    resource,
    resourceAccountId,
    context: {
      'aws:PrincipalOrgID': organization,
      'aws:PrincipalAccount': accountId,
      'aws:PrincipalArn': roleArn,
      'aws:SecureTransport': 'true',
      ...context,
    },
    principal: {
      accountId,
      roleArn,
      arn: `arn:aws:sts::${accountId}:assumed-role/${roleArn.split('/').at(-1)}/attack`,
    },
    ownPolicies: added,
  };
}
