import {
  ActivateOrganizationsAccessCommand,
  DescribeOrganizationsAccessCommand,
  type CloudFormationClient,
} from '@aws-sdk/client-cloudformation';

/** Time as the wait for trusted access sees it. */
export interface TrustedAccessWait {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly remainingMs: () => number;
}

const pauseMs = 5_000;

/**
 * Activates trusted access for StackSets and waits until it is on; asks again while the deployment's own permissions
 * and the service role propagate.
 * @throws what CloudFormation answered last, when the time is over
 */
export async function activateTrustedAccess(
  cloudFormation: Pick<CloudFormationClient, 'send'>,
  wait: TrustedAccessWait,
): Promise<void> {
  for (;;) {
    let last: unknown = new Error(
      'trusted access for StackSets was activated but is not on yet, deploy again',
    );
    try {
      const { Status } = await cloudFormation.send(
        new DescribeOrganizationsAccessCommand({ CallAs: 'SELF' }),
      );
      if (Status === 'ENABLED') return;
      await cloudFormation.send(new ActivateOrganizationsAccessCommand({}));
    } catch (error) {
      last = error;
    }
    if (wait.remainingMs() < 2 * pauseMs) throw last;
    await wait.sleep(pauseMs);
  }
}
