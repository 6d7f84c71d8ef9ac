import { AthenaClient } from '@aws-sdk/client-athena';
import type { CustomResourceEvent } from '../shared/custom-resource/event';
import { putResponse, respond } from '../shared/custom-resource/respond';
import { sleep } from '../shared/runtime/sleep';
import { applyDdl, ddlId } from './apply-ddl';
import { applyDdlReserveMs } from './contract';

export async function handler(
  event: CustomResourceEvent,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> {
  const deps = {
    athena: new AthenaClient({}),
    sleep,
    log: (line: string) => console.log(line),
    remainingMs: () => context.getRemainingTimeInMillis() - applyDdlReserveMs,
  };
  await respond(event, ddlId, () => applyDdl(event, deps), putResponse);
}
