import type { Call } from '../call';
import type { AccountData } from '../organization-data';
import { onlyParameters, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { notImplemented, ServiceError } from '../service-error';
import { accountSummary, passwordPolicy, serviceCredentials, virtualMfaDevices } from './account-reads';
import { authorizationDetails } from './authorization-details';
import { page } from './page';
import { accessKeysNow, iamArn, userArn, isThere } from './users-now';

type Read = (call: Call<QueryInput>) => Promise<XmlObject>;

/** What IAM tells beside the report: the calls that read users, keys, devices, policies and what holds for the account. */
export function factReads(
  partition: string,
  memberOf: (call: Call<QueryInput>) => AccountData,
): Readonly<Record<string, Read>> {
  const reading =
    (name: string, read: (account: AccountData, input: QueryInput, now: Date) => XmlObject): Read =>
    async (call) => {
      await call.authorize({ action: `iam:${name}` });
      return read(memberOf(call), call.input, call.now);
    };
  return {
    GetAccountAuthorizationDetails: reading('GetAccountAuthorizationDetails', (account, input, now) =>
      authorizationDetails(partition, account, input, now),
    ),
    ListVirtualMFADevices: reading('ListVirtualMFADevices', (account, input, now) =>
      virtualMfaDevices(partition, account, input, now),
    ),
    ListServiceSpecificCredentials: reading('ListServiceSpecificCredentials', serviceCredentials),
    GetAccountPasswordPolicy: reading('GetAccountPasswordPolicy', passwordPolicy),
    GetAccountSummary: reading('GetAccountSummary', accountSummary),

    async ListAccessKeys(call) {
      onlyParameters(call.input, 'iam:ListAccessKeys', ['UserName', 'MaxItems', 'Marker']);
      const name = call.input.get('UserName');
      if (name === undefined) throw notImplemented('access keys of the caller');
      const account = memberOf(call);
      const user = account.users?.find((one) => one.name === name && isThere(one, call.now));
      const resource =
        user === undefined ? iamArn(partition, account, `user/${name}`) : userArn(partition, account, user);
      await call.authorize({ action: 'iam:ListAccessKeys', resource });
      if (user === undefined)
        throw new ServiceError('NoSuchEntity', 404, `The user with name ${name} cannot be found.`);
      const { items, ...rest } = page(accessKeysNow(partition, account, user, call.now), call.input);
      return { AccessKeyMetadata: { member: items }, UserName: name, ...rest };
    },
  };
}
