import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { xml } from './protocols/xml';
import { ConnectionCut, NoAnswer, notImplemented, ServiceError } from './service-error';
import type { Service } from './service';
import { parseScope, type WireAnswer, type WireRequest } from './wire';
import type { World } from './world';

/** Bodies are held in memory; none of the emulated calls needs more. */
const maxBodyBytes = 64 * 1024 * 1024;

/** The HTTP server: finds the service by the credential scope of the signature. */
export function createWireServer(services: readonly Service[], world: World): Server {
  const byName = new Map(services.map((service) => [service.name, service]));

  async function answer(request: WireRequest): Promise<WireAnswer> {
    const scope = parseScope(request.headers.authorization);
    if (scope === undefined) return refusal(request, unsigned(request));
    const service = byName.get(scope.service);
    if (service === undefined) return refusal(request, notImplemented(`the service ${scope.service}`));
    return service.handle(request, scope, world);
  }

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let request: WireRequest | undefined;
    try {
      request = await read(incoming);
      send(response, await answer(request), world.now());
    } catch (error) {
      if (error instanceof ConnectionCut) incoming.socket.destroy();
      else if (error instanceof NoAnswer) response.writeProcessing();
      else send(response, refusal(request, failure(error)), world.now());
    }
  }

  const server = createServer((incoming, response) => {
    respond(incoming, response).catch(() => incoming.socket.destroy());
  });
  // Clients keep their connections; closing them while idle would look like a fault nobody planted.
  server.keepAliveTimeout = 10 * 60 * 1000;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  return server;
}

/** Requests signed in the query string are presigned; those without any signature are anonymous. */
function unsigned({ query }: WireRequest): ServiceError {
  return query.has('X-Amz-Signature')
    ? notImplemented('presigned requests')
    : new ServiceError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token');
}

function failure(error: unknown): ServiceError {
  return error instanceof ServiceError ? error : new ServiceError('InternalFailure', 500, String(error));
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) throw notImplemented(`bodies of more than ${maxBodyBytes} bytes`);
    chunks.push(chunk);
  }
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

/** The Date header comes from the organization's clock: clients take the time of a skewed clock from it. */
function send(response: ServerResponse, answer: WireAnswer, now: Date): void {
  const length = String(Buffer.byteLength(answer.body));
  response.writeHead(answer.status, { 'content-length': length, date: now.toUTCString(), ...answer.headers });
  response.end(answer.body);
}

/** An answer before any service is known, in the shape that the client of that request reads. */
function refusal(request: WireRequest | undefined, error: ServiceError): WireAnswer {
  const { code, status, message } = error;
  const contentType = request?.headers['content-type'] ?? '';
  if (contentType.includes('json'))
    return {
      status,
      headers: { 'content-type': contentType },
      body: JSON.stringify({ __type: code, message }),
    };
  const body = xml({ ErrorResponse: { Error: { Code: code, Message: message } } });
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
