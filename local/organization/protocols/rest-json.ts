import { notImplemented } from '../service-error';
import type { Protocol } from '../service';
import type { WireAnswer } from '../wire';
import { parseJson, type JsonInput, type JsonOutput } from './json';

/**
 * REST with JSON as services speak it whose every call is POST. `routes` are actions by their path where that is not named
 * after them.
 */
export function restJsonProtocol(
  routes: Readonly<Record<string, string>> = {},
): Protocol<JsonInput, JsonOutput> {
  const answer = (status: number, requestId: string, body: JsonOutput, error?: string): WireAnswer => ({
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
    },
    body: JSON.stringify(body),
  });
  return {
    decode(request) {
      if (request.method === 'POST' && Object.hasOwn(routes, request.path))
        return { action: routes[request.path] ?? '', input: parseJson(request.body) };
      const name = /^\/([A-Za-z]+)$/.exec(request.path)?.[1];
      if (request.method !== 'POST' || name === undefined)
        throw notImplemented(`REST calls other than POST /<action>: ${request.method} ${request.path}`);
      return { action: name.charAt(0).toUpperCase() + name.slice(1), input: parseJson(request.body) };
    },
    answer: (_action, output, requestId) => answer(200, requestId, output),
    fail: (error, requestId) =>
      answer(error.status, requestId, { message: error.message, ...error.fields }, error.code),
  };
}
