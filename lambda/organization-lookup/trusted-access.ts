import {
  ActivateOrganizationsAccessCommand,
  DescribeOrganizationsAccessCommand,
  type CloudFormationClient,
} from '@aws-sdk/client-cloudformation';
import { whilePropagating, type PropagationWait } from '../shared/runtime/propagation';

const pauseMs = 5_000;

/**
 * Activates trusted access for StackSets and waits until it is on.
 * @throws Error in words where it cannot be had; else what CloudFormation answered, or that it is not on when the time is over
 */
export async function activateTrustedAccess(
  cloudFormation: Pick<CloudFormationClient, 'send'>,
  wait: PropagationWait,
): Promise<void> {
  const ask = <Answer>(call: () => Promise<Answer>) =>
    whilePropagating(call, wait).catch((error: unknown) => {
      throw inWords(error);
    });
  for (;;) {
    const describe = new DescribeOrganizationsAccessCommand({ CallAs: 'SELF' });
    const { Status } = await ask(() => cloudFormation.send(describe));
    if (Status === 'ENABLED') return;
    await ask(() => cloudFormation.send(new ActivateOrganizationsAccessCommand({})));
    if (wait.remainingMs() < 2 * pauseMs) {
      throw new Error('trusted access for StackSets was activated but is not on yet, deploy again');
    }
    await wait.sleep(pauseMs);
  }
}

/** CloudFormation does not know the calls in every partition. */
function inWords(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'InvalidAction') return error;
  return new Error(
    `CloudFormation here knows no trusted access for StackSets (${error.message}); service-managed StackSets cannot be deployed in this partition`,
  );
}
