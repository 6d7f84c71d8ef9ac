import type { IncomingHttpHeaders } from 'node:http';
import { xml } from '../protocols/xml';
import { notImplemented, ServiceError } from '../service-error';
import type { Protocol } from '../service';
import type { WireRequest } from '../wire';

/** A path-style request to S3; the key is empty for calls to the bucket itself. */
export interface S3Input {
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface S3Output {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer;
}

export const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** S3's REST protocol with XML, path style only: an endpoint that is an IP address leaves no other. */
export const s3Protocol: Protocol<S3Input, S3Output> = {
  decode(request) {
    const [, bucket = '', ...rest] = request.path.split('/');
    const key = decode(rest.join('/'));
    const action = actionOf(request, bucket, key);
    if (action === undefined)
      throw notImplemented(`S3's ${request.method} ${request.path}?${request.query.toString()}`);
    return { action, input: { ...request, bucket: decode(bucket), key } };
  },
  answer: (_action, output, requestId) => ({
    status: output.status ?? 200,
    headers: { 'x-amz-request-id': requestId, ...present(output.headers ?? {}) },
    body: output.body ?? '',
  }),
  fail: (error, requestId) => ({
    status: error.status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: xml({ Error: { Code: error.code, Message: error.message, ...error.fields, RequestId: requestId } }),
  }),
};

function actionOf({ method, query, headers }: WireRequest, bucket: string, key: string): string | undefined {
  const parameters = [...query.keys()].filter((name) => name !== 'x-id');
  if (bucket === '') return method === 'GET' ? 'ListBuckets' : undefined;
  if (key === '') return method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : undefined;
  if (parameters.length > 0) return undefined;
  if (method === 'PUT') return headers['x-amz-copy-source'] === undefined ? 'PutObject' : undefined;
  return { GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' }[method];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError('InvalidURI', 400, "Couldn't parse the specified URI.");
  }
}

function present(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
