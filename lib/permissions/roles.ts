import type { RoleSettings } from '../config/settings';

/** Every kind of role has a path of its own, so that a policy can name the kind and nothing else. */
export type RoleKind =
  | 'collector'
  | 'collector-schedule'
  | 'accounts'
  | 'accounts-schedule'
  | 'account-name'
  | 'organization-lookup'
  | 'apply-ddl'
  | 'store-lists'
  | 'digest'
  | 'digest-schedule'
  | 'history'
  | 'history-schedule'
  | 'coverage-check'
  | 'coverage-check-schedule'
  | 'alarm-notifier'
  | 'event-notifier'
  | 'event-notifier-schedule'
  | 'event-forwarder'
  | 'quick-sight';

/** The path of a kind of role: `/credential-report/collector/` behind the organization's own prefix. */
export function rolePath(kind: RoleKind, settings: RoleSettings): string {
  return `${settings.rolePathPrefix}credential-report/${kind}/`;
}

/** ARN pattern of every role of a kind in an account, `*` for any account. */
export function roleArns(
  partition: string,
  accountId: string,
  kind: RoleKind,
  settings: RoleSettings,
): string {
  return `arn:${partition}:iam::${accountId}:role${rolePath(kind, settings)}*`;
}

/** Name of the account-name role: members in other accounts must know it. A role's name may have 64 characters. */
export function accountNameRoleName(region: string): string {
  return `credential-report-account-name-${region}`;
}

/** ARN of the account-name role. */
export function accountNameRoleArn(
  place: { readonly partition: string; readonly account: string; readonly region: string },
  settings: RoleSettings,
): string {
  const path = rolePath('account-name', settings);
  return `arn:${place.partition}:iam::${place.account}:role${path}${accountNameRoleName(place.region)}`;
}
