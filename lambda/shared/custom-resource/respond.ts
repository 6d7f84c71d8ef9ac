import http from 'node:http';
import https from 'node:https';
import { cutText, utf8Bytes } from '../text/cut-text';
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
        Reason: cutText(reason, maxReasonBytes, utf8Bytes),
        PhysicalResourceId: event.PhysicalResourceId ?? physicalResourceId,
      }),
    );
  }
}

/** Delivers a response; CloudFormation's addresses are all HTTPS, one on loopback need not be. */
export async function putResponse(url: string, body: string): Promise<void> {
  const { request } = url.startsWith('http://127.0.0.1:') ? http : https;
  // The signature of the address covers an empty content type.
  const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(url, { method: 'PUT', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    })
      .on('error', reject)
      .end(body);
  });
  if (status !== 200) throw new Error(`CloudFormation's response address answered ${status}`);
}
