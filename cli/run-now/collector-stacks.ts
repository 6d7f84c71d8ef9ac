import type { CloudFormationClient, StackInstanceSummary } from '@aws-sdk/client-cloudformation';
import { CommandError } from '../command-error';
import type { CallerIdentity } from '../caller-identity';
import { stackInstances, type CallAs } from '../status/stack-instances';

/** The stack of the account that deploys, which holds its own collector where that is the management account. */
const ownStack = 'CredentialReportOrganization';

/** A stack that has a collector. */
export interface CollectorStack {
  readonly accountId: string;
  /** Name or ARN; undefined where CloudFormation never made it. */
  readonly stack: string | undefined;
}

/** Which of them are meant; what is left out means all. */
export interface StackChoice {
  readonly accounts?: readonly string[];
  readonly exclude?: readonly string[];
}

/**
 * Where collectors are deployed.
 * @throws CommandError where CloudFormation does not tell, and for an account without a collector
 */
export async function collectorStacks(
  client: CloudFormationClient,
  { accountId: ownId }: CallerIdentity,
  callAs: CallAs,
  { accounts, exclude = [] }: StackChoice,
): Promise<readonly CollectorStack[]> {
  const members = (await stackInstances(client, callAs)).map(stackOf);
  const all = callAs === 'SELF' ? [{ accountId: ownId, stack: ownStack }, ...members] : members;
  const unknown = [...(accounts ?? []), ...exclude].filter(
    (id) => !all.some(({ accountId }) => accountId === id),
  );
  if (unknown.length > 0)
    throw new CommandError(`no collector is deployed in ${unknown.join(', ')}: see credential-report status`);
  return all.filter(
    ({ accountId }) => (accounts?.includes(accountId) ?? true) && !exclude.includes(accountId),
  );
}

function stackOf({ Account = '', StackId }: StackInstanceSummary): CollectorStack {
  return { accountId: Account, stack: StackId };
}
