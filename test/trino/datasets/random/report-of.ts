import { report } from '../../../local/athena/report-text';
import { rootName, type User } from './user';

/** The report that IAM makes of these users, root's own words included. */
export function reportOf(accountId: string, users: readonly User[], oldStyle: boolean): string {
  const text = report(accountId, ...users.map((user) => rowOf(accountId, user)));
  return oldStyle ? text.replaceAll(/(T\d\d:\d\d:\d\d)Z/g, '$1+00:00').replaceAll(',true,', ',TRUE,') : text;
}

function rowOf(accountId: string, user: User): Record<string, string> {
  const isRoot = user.name === rootName;
  const { password, mfa } = user;
  return {
    user: user.name,
    arn: isRoot ? `arn:aws:iam::${accountId}:root` : `arn:aws:iam::${accountId}:user${user.path}${user.name}`,
    user_creation_time: user.createdAt,
    password_enabled: String(password !== undefined),
    password_last_used: password === undefined ? 'N/A' : (password.used ?? 'no_information'),
    password_last_changed: password?.changed ?? 'N/A',
    password_next_rotation: isRoot ? 'not_supported' : 'N/A',
    mfa_active: String(mfa),
    ...slot('access_key_1', user.keys[0]),
    ...slot('access_key_2', user.keys[1]),
    ...slot('cert_1', user.certificates[0]),
    ...slot('cert_2', user.certificates[1]),
  };
}

function slot(name: string, value: User['keys'][number]): Record<string, string> {
  if (value === undefined) return {};
  return {
    [`${name}_active`]: String(value.active),
    [`${name}_last_rotated`]: value.rotated,
    [`${name}_last_used_date`]: value.used?.at ?? 'N/A',
    [`${name}_last_used_region`]: value.used?.region ?? 'N/A',
    [`${name}_last_used_service`]: value.used?.service ?? 'N/A',
  };
}
