import type { CustomResourceEvent, CustomResourceResult } from './event';

/** CloudFormation takes responses of at most 4,096 bytes; ids need 600, and JSON doubles quotes and line breaks. */
const maxReasonBytes = 1_700;

/** Puts a response to the address that CloudFormation signed. */
export type PutResponse = (url: string, body: string) => Promise<void>;

/**
 * Runs a custom resource and tells CloudFormation how it went; a failure's message becomes the stack event's reason.
 * @throws Error only when the response cannot be delivered, so that Lambda tries again
 */
export async function respond(
  event: CustomResourceEvent,
  physicalResourceId: string,
  run: () => Promise<CustomResourceResult>,
  put: PutResponse,
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event;
  const base = { StackId, RequestId, LogicalResourceId };
  try {
    const result = await run();
    await put(
      event.ResponseURL,
      JSON.stringify({
        ...base,
        Status: 'SUCCESS',
        PhysicalResourceId: result.physicalResourceId,
        Data: result.data,
      }),
    );
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.error(reason);
    await put(
      event.ResponseURL,
      JSON.stringify({
        ...base,
        Status: 'FAILED',
        Reason: Buffer.from(reason).subarray(0, maxReasonBytes).toString(),
        PhysicalResourceId: event.PhysicalResourceId ?? physicalResourceId,
      }),
    );
  }
}

/** Delivers a response over HTTPS; the signature covers an empty content type. */
export async function putResponse(url: string, body: string): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', body, headers: { 'content-type': '' } });
  if (!answer.ok) throw new Error(`CloudFormation's response address answered ${answer.status}`);
}
