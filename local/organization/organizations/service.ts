import type { Call } from '../call';
import { jsonVocabulary } from '../json-vocabulary';
import { jsonProtocol, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service, type Vocabulary } from '../service';
import { ServiceError } from '../service-error';
import { reads } from './reads';
import { organizationShape } from './shapes';
import { trustedServices } from './trusted-services';
import { onlyMembers } from '../protocols/json';

const vocabulary: Vocabulary = {
  ...jsonVocabulary('TooManyRequestsException', 'ServiceException'),
  throttling: () =>
    new ServiceError(
      'TooManyRequestsException',
      400,
      'AWS Organizations is temporarily unable to process the request',
      {
        Type: 'SENDER',
      },
    ),
  serverError: () =>
    new ServiceError('ServiceException', 500, 'AWS Organizations could not complete the request'),
};

/** Every member may ask which organization it belongs to. */
async function describeOrganization(call: Call<JsonInput>): Promise<JsonOutput> {
  onlyMembers(call.input, 'organizations:DescribeOrganization', []);
  await call.authorize({ action: 'organizations:DescribeOrganization' });
  const { directory } = call.world;
  const management = directory.account(directory.organization.managementAccountId, call.now);
  if (management === undefined || directory.account(call.caller.accountId, call.now) === undefined)
    throw new ServiceError(
      'AWSOrganizationsNotInUseException',
      400,
      'Your account is not a member of an organization.',
    );
  return { Organization: organizationShape(directory, management.data.email) };
}

/** The read calls of AWS Organizations. */
export function organizationsService(): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'organizations',
    protocol: jsonProtocol('AWSOrganizationsV20161128', '1.1'),
    vocabulary,
    actions: { DescribeOrganization: describeOrganization, ...reads, ...trustedServices },
  });
}
