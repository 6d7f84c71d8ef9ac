import type { Call } from '../call';
import { onlyParameters, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { ServiceError } from '../service-error';

/** Features of central root access: for the management account and the delegated administrator of IAM alone. */
export async function listOrganizationsFeatures(call: Call<QueryInput>): Promise<XmlObject> {
  onlyParameters(call.input, 'iam:ListOrganizationsFeatures', []);
  await call.authorize({ action: 'iam:ListOrganizationsFeatures' });
  const { organization } = call.world.directory;
  const caller = call.world.directory.account(call.caller.accountId, call.now);
  const { managementAccountId, id, organizationsFeatures = [], trustedServices = [] } = organization;
  const mayAsk =
    caller?.data.id === managementAccountId || caller?.data.delegatedFor?.includes('iam.amazonaws.com');
  if (mayAsk !== true)
    throw new ServiceError(
      'AccountNotManagementOrDelegatedAdministratorException',
      400,
      'The request was rejected because the account making the request is not the management account or delegated administrator account for centralized root access.',
    );
  if (organizationsFeatures.length === 0 && !trustedServices.includes('iam.amazonaws.com'))
    throw new ServiceError(
      'ServiceAccessNotEnabledException',
      400,
      'The request was rejected because trusted access is not enabled for IAM in Organizations.',
    );
  return { OrganizationId: id, EnabledFeatures: { member: organizationsFeatures } };
}
