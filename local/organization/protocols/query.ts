import { notImplemented, type ServiceError } from '../service-error';
import type { Protocol } from '../service';
import type { WireAnswer } from '../wire';
import { xml, type XmlObject } from './xml';

/** Parameters of a Query call, lists flattened as on the wire: `Tags.member.1.Key`. */
export type QueryInput = ReadonlyMap<string, string>;

/** AWS Query: a form goes in, XML comes out. IAM, STS, SNS and CloudFormation speak it. */
export function queryProtocol(
  version: string,
  namespace: string,
): Protocol<QueryInput, XmlObject | undefined> {
  const answer = (status: number, requestId: string, root: XmlObject): WireAnswer => ({
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: xml(root),
  });
  return {
    decode(request) {
      if (request.method !== 'POST' || request.path !== '/')
        throw notImplemented(`Query calls other than POST /: ${request.method} ${request.path}`);
      const parameters = new Map(new URLSearchParams(request.body.toString('utf8')));
      const action = parameters.get('Action') ?? '';
      if (parameters.get('Version') !== version)
        throw notImplemented(`version ${parameters.get('Version')} of the API (only ${version})`);
      parameters.delete('Action');
      parameters.delete('Version');
      return { action, input: parameters };
    },
    answer: (action, output, requestId) =>
      answer(200, requestId, {
        [`${action}Response`]: {
          '@_xmlns': namespace,
          ...(output && { [`${action}Result`]: output }),
          ResponseMetadata: { RequestId: requestId },
        },
      }),
    fail: (error: ServiceError, requestId) =>
      answer(error.status, requestId, {
        ErrorResponse: {
          '@_xmlns': namespace,
          Error: {
            Type: error.status < 500 ? 'Sender' : 'Receiver',
            Code: error.code,
            Message: error.message,
            ...error.fields,
          },
          RequestId: requestId,
        },
      }),
  };
}

/** Refuses parameters that the action does not know; `Tags` stands for `Tags.member.1.Key` as well. */
export function onlyParameters(input: QueryInput, action: string, known: readonly string[]): void {
  for (const name of input.keys()) {
    const [first = ''] = name.split('.');
    if (!known.includes(first)) throw notImplemented(`the parameter ${name} of ${action}`);
  }
}

/** A list's members, each as its own parameters: `Tags.member.1.Key` gives `Key`, `List.member.1` gives ``. */
export function members(input: QueryInput, list: string): Map<string, string>[] {
  const found = new Map<number, Map<string, string>>();
  for (const [name, value] of input) {
    const match = /^([^.]+)\.member\.(\d+)(?:\.(.+))?$/.exec(name);
    if (match?.[1] !== list) continue;
    const index = Number(match[2]);
    const member = found.get(index) ?? new Map<string, string>();
    found.set(index, member.set(match[3] ?? '', value));
  }
  return [...found].sort(([a], [b]) => a - b).map(([, member]) => member);
}
