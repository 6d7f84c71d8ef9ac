import type { AccountData } from '../organization-data';
import { keyAt, passwordAt } from '../report/credential-state';
import { onlyParameters, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { notImplemented, ServiceError } from '../service-error';
import { page } from './page';
import { holding, iamArn, mfaSince, seconds, userShape, usersNow } from './users-now';

/** Virtual MFA devices that are in use, the root user's among them; hardware and passkeys are not listed. */
export function virtualMfaDevices(
  partition: string,
  account: AccountData,
  input: QueryInput,
  now: Date,
): XmlObject {
  onlyParameters(input, 'iam:ListVirtualMFADevices', ['AssignmentStatus', 'MaxItems', 'Marker']);
  if (input.get('AssignmentStatus') !== 'Assigned')
    throw notImplemented('virtual MFA devices other than those with AssignmentStatus Assigned');
  const { root = {} } = account;
  const holders = [
    {
      holder: root,
      name: 'root-account-mfa-device',
      User: {
        UserId: account.id,
        Arn: iamArn(partition, account, 'root'),
        CreateDate: seconds(root.createdAt ?? account.joinedAt),
      },
    },
    ...usersNow(account, now).map((user) => ({
      holder: user,
      name: user.name,
      User: userShape(partition, account, user),
    })),
  ];
  const devices = holders.flatMap(({ holder, name, User }) => {
    const since = mfaSince(holder, now);
    if (since === undefined || (holder.mfaKind ?? 'virtual') !== 'virtual') return [];
    return [{ SerialNumber: iamArn(partition, account, `mfa/${name}`), EnableDate: seconds(since), User }];
  });
  const { items, ...rest } = page(devices, input);
  return { VirtualMFADevices: { member: items }, ...rest };
}

/** Service-specific credentials of all users. */
export function serviceCredentials(account: AccountData, input: QueryInput, now: Date): XmlObject {
  onlyParameters(input, 'iam:ListServiceSpecificCredentials', ['AllUsers', 'MaxItems', 'Marker']);
  if (input.get('AllUsers') !== 'true') throw notImplemented('service-specific credentials of one user');
  const all = usersNow(account, now).flatMap((user) =>
    holding(user.serviceCredentials, now).map(({ id, service, createdAt, expiresAt, status }) => ({
      UserName: user.name,
      Status: status ?? 'Active',
      ServiceSpecificCredentialId: id,
      ServiceName: service,
      CreateDate: seconds(createdAt),
      ExpirationDate: expiresAt === undefined ? undefined : seconds(expiresAt),
    })),
  );
  const { items, ...rest } = page(all, input);
  return { ServiceSpecificCredentials: { member: items }, ...rest };
}

/** @throws NoSuchEntity where the account has none */
export function passwordPolicy(account: AccountData, input: QueryInput): XmlObject {
  onlyParameters(input, 'iam:GetAccountPasswordPolicy', []);
  const { passwordPolicy: policy, passwordMaxAgeDays: maxAge } = account;
  if (policy === undefined && maxAge === undefined)
    throw new ServiceError(
      'NoSuchEntity',
      404,
      `The Password Policy with domain name ${account.id} cannot be found.`,
    );
  return {
    PasswordPolicy: {
      ExpirePasswords: maxAge !== undefined,
      ...(maxAge !== undefined && { MaxPasswordAge: maxAge }),
      ...policy,
    },
  };
}

/** The numbers that follow from the data; IAM has more, of which nothing is known here. */
export function accountSummary(account: AccountData, input: QueryInput, now: Date): XmlObject {
  onlyParameters(input, 'iam:GetAccountSummary', []);
  const { root = {}, groups = [], policies = [] } = account;
  const users = usersNow(account, now);
  const flag = (is: boolean) => Number(is);
  const inUse = [root, ...users].filter((holder) => mfaSince(holder, now) !== undefined).length;
  const numbers = {
    Users: users.length,
    UsersQuota: 5000,
    Groups: groups.length,
    Policies: policies.length,
    MFADevices: inUse,
    MFADevicesInUse: inUse,
    AccountMFAEnabled: flag(mfaSince(root, now) !== undefined),
    AccountPasswordPresent: flag(passwordAt(root.password, now) !== undefined),
    AccountAccessKeysPresent: flag(
      ([1, 2] as const).some((slot) => keyAt(root.accessKeys?.[slot], now) !== undefined),
    ),
    AccessKeysPerUserQuota: 2,
  };
  return { SummaryMap: { entry: Object.entries(numbers).map(([key, value]) => ({ key, value })) } };
}
