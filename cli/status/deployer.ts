import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import type { awsSettings } from '../aws-settings';
import { identifyCaller, type Caller } from '../collect/caller';
import type { CallAs } from './stack-instances';

/** The caller, and as whom CloudFormation is called. */
export interface Deployer {
  readonly caller: Caller;
  readonly callAs: CallAs;
}

/** @throws CommandError without usable credentials or outside of an organization */
export async function identifyDeployer(settings: ReturnType<typeof awsSettings>): Promise<Deployer> {
  const caller = await identifyCaller(new STSClient(settings), new OrganizationsClient(settings));
  return { caller, callAs: caller.accountId === caller.managementAccountId ? 'SELF' : 'DELEGATED_ADMIN' };
}
