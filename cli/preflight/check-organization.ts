import {
  DescribeOrganizationCommand,
  type Organization,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { CallerIdentity } from '../caller-identity';
import { ask, isAnswer } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';

const check = 'organization';
const action = 'organizations:DescribeOrganization';

/** The organization that the caller is in, with the management account where there is one. */
export interface OrganizationCheck {
  readonly result: CheckResult;
  readonly managementAccountId: string | undefined;
  readonly organizationId: string | undefined;
}

/** Is the caller in an organization with all features: StackSets deploy to no other. */
export async function checkOrganization(
  client: OrganizationsClient,
  { accountId }: CallerIdentity,
): Promise<OrganizationCheck> {
  let managementAccountId: string | undefined;
  let organizationId: string | undefined;
  const result = await tryCheck(check, async () => {
    const organization = await organizationOf(client);
    if (organization === 'none') {
      const detail = `account ${accountId} belongs to no organization`;
      const remediation = 'use credentials of an account of the organization, see --profile';
      return { check, state: 'missing', detail, remediation };
    }
    const { Id, MasterAccountId, FeatureSet } = organization ?? {};
    managementAccountId = MasterAccountId;
    organizationId = Id;
    if (MasterAccountId === undefined) return incomplete(check, action, 'a management account');
    const detail = `${Id} with the management account ${MasterAccountId}`;
    if (FeatureSet === 'ALL') return { check, state: 'ready', detail: `${detail}, all features` };
    if (FeatureSet === undefined) return incomplete(check, action, 'a feature set');
    return {
      check,
      state: 'missing',
      detail: `${detail} has consolidated billing only, StackSets need all features`,
      remediation: 'aws organizations enable-all-features',
    };
  });
  return { result, managementAccountId, organizationId };
}

async function organizationOf(client: OrganizationsClient): Promise<Organization | 'none' | undefined> {
  try {
    return (await ask(action, () => client.send(new DescribeOrganizationCommand({})))).Organization;
  } catch (error) {
    if (isAnswer(error, 'AWSOrganizationsNotInUseException')) return 'none';
    throw error;
  }
}
