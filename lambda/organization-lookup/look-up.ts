import {
  DescribeOrganizationCommand,
  paginateListRoots,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CustomResourceEvent, CustomResourceResult } from '../shared/custom-resource/event';
import { lookupAttributes, type OrganizationLookupProperties } from './contract';
import { whilePropagating, type PropagationWait } from '../shared/runtime/propagation';
import { activateTrustedAccess } from './trusted-access';

export interface LookUpDependencies extends PropagationWait {
  readonly organizations: OrganizationsClient;
  readonly cloudFormation: Pick<CloudFormationClient, 'send'>;
}

export const lookupId = 'organization';

/**
 * Reads the organization's ids and, when asked, activates trusted access for StackSets. Deleting it leaves trusted
 * access on: other StackSets may depend on it.
 * @throws Error in words when the account is in no organization; else what AWS answered
 */
export async function lookUp(
  event: Pick<CustomResourceEvent, 'RequestType' | 'ResourceProperties'>,
  deps: LookUpDependencies,
): Promise<CustomResourceResult> {
  if (event.RequestType === 'Delete') return { physicalResourceId: lookupId };
  const properties = event.ResourceProperties as Partial<OrganizationLookupProperties>;
  const { Organization } = await whilePropagating(
    () => deps.organizations.send(new DescribeOrganizationCommand({})),
    deps,
  );
  // MasterAccountId is the API's name for the management account.
  const { Id: organizationId, MasterAccountId: managementAccountId } = Organization ?? {};
  if (organizationId === undefined || managementAccountId === undefined) {
    throw new Error('Organizations described the organization without its ids');
  }
  if (properties.ActivateTrustedAccess === 'true') await activateTrustedAccess(deps.cloudFormation, deps);
  return {
    physicalResourceId: lookupId,
    data: {
      [lookupAttributes.organizationId]: organizationId,
      [lookupAttributes.managementAccountId]: managementAccountId,
      ...(properties.ReadRoot === 'true'
        ? { [lookupAttributes.rootId]: await whilePropagating(() => readRoot(deps.organizations), deps) }
        : {}),
    },
  };
}

async function readRoot(client: OrganizationsClient): Promise<string> {
  for await (const { Roots } of paginateListRoots({ client }, {})) {
    const id = Roots?.[0]?.Id;
    if (id !== undefined) return id;
  }
  throw new Error('Organizations listed no root');
}
