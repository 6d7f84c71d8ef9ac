import {
  AWSOrganizationsNotInUseException,
  DescribeOrganizationCommand,
  type Organization,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { CallerIdentity } from '../caller-identity';
import { tryCheck, type Finding } from './finding';

const check = 'organization';

/** The organization that the caller is in, with the management account where there is one. */
export interface OrganizationCheck {
  readonly finding: Finding;
  readonly managementAccountId: string | undefined;
}

/** Is the caller in an organization with all features: StackSets deploy to no other. */
export async function checkOrganization(
  client: OrganizationsClient,
  { accountId }: CallerIdentity,
): Promise<OrganizationCheck> {
  let managementAccountId: string | undefined;
  const finding = await tryCheck(check, async () => {
    const organization = await organizationOf(client);
    if (organization === undefined) {
      const detail = `account ${accountId} belongs to no organization`;
      const mend = 'use credentials of an account of the organization, see --profile';
      return { check, state: 'missing', detail, mend };
    }
    managementAccountId = organization.MasterAccountId;
    const detail = `${organization.Id} with the management account ${managementAccountId}`;
    if (organization.FeatureSet === 'ALL')
      return { check, state: 'ready', detail: `${detail}, all features` };
    return {
      check,
      state: 'missing',
      detail: `${detail} has consolidated billing only, StackSets need all features`,
      mend: 'aws organizations enable-all-features',
    };
  });
  return { finding, managementAccountId };
}

async function organizationOf(client: OrganizationsClient): Promise<Organization | undefined> {
  try {
    return (await client.send(new DescribeOrganizationCommand({}))).Organization;
  } catch (error) {
    if (error instanceof AWSOrganizationsNotInUseException) return undefined;
    throw error;
  }
}
