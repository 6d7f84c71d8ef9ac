import { notImplemented, ServiceError } from '../service-error';
import type { Protocol } from '../service';
import type { WireAnswer } from '../wire';

export type JsonInput = Readonly<Record<string, unknown>>;
export type JsonOutput = Readonly<Record<string, unknown>>;

/** AWS JSON 1.0 or 1.1: the action stands in X-Amz-Target. */
export function jsonProtocol(target: string, version: '1.0' | '1.1'): Protocol<JsonInput, JsonOutput> {
  const answer = (status: number, requestId: string, body: JsonOutput): WireAnswer => ({
    status,
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': requestId },
    body: JSON.stringify(body),
  });
  return {
    decode(request) {
      const [prefix, action = ''] = String(request.headers['x-amz-target']).split('.');
      if (prefix !== target)
        throw notImplemented(`the target ${String(request.headers['x-amz-target'])} (only ${target})`);
      return { action, input: parseJson(request.body) };
    },
    answer: (_action, output, requestId) => answer(200, requestId, output),
    fail: (error, requestId) =>
      answer(error.status, requestId, { __type: error.code, Message: error.message, ...error.fields }),
  };
}

/** The body of a call, which must be an object. */
export function parseJson(body: Buffer): JsonInput {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    parsed = undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new ServiceError('SerializationException', 400, 'the body is not a JSON object');
  return parsed as JsonInput;
}

/** Refuses members that the action does not know. */
export function onlyMembers(input: JsonInput, action: string, known: readonly string[]): void {
  for (const name of Object.keys(input))
    if (!known.includes(name)) throw notImplemented(`the member ${name} of ${action}`);
}
