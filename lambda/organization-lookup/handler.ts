import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { CustomResourceEvent } from '../shared/custom-resource/event';
import { putResponse, respond } from '../shared/custom-resource/respond';
import { sleep } from '../shared/runtime/sleep';
import { lookUp, lookupId } from './look-up';

/** Kept free at the end of the function's time for the response, in milliseconds. */
const reserveMs = 15_000;

export async function handler(
  event: CustomResourceEvent,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> {
  const deps = {
    organizations: new OrganizationsClient({ maxAttempts: 7 }),
    cloudFormation: new CloudFormationClient({ maxAttempts: 7 }),
    sleep,
    remainingMs: () => context.getRemainingTimeInMillis() - reserveMs,
  };
  await respond(event, lookupId, () => lookUp(event, deps), putResponse);
}
