import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ConnectionCut, notImplemented } from './service-error';
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
    if (scope === undefined)
      return refusal(403, 'MissingAuthenticationToken', 'missing authentication token');
    const service = byName.get(scope.service);
    if (service === undefined) {
      const error = notImplemented(`the service ${scope.service}`);
      return refusal(error.status, error.code, error.message);
    }
    return service.handle(request, scope, world);
  }

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      send(response, await answer(await read(incoming)), world.now());
    } catch (error) {
      if (error instanceof ConnectionCut) incoming.socket.destroy();
      else send(response, refusal(500, 'InternalFailure', String(error)), world.now());
    }
  }

  const server = createServer((incoming, response) => void respond(incoming, response));
  // Clients keep their connections; closing them while idle would look like a fault nobody planted.
  server.keepAliveTimeout = 10 * 60 * 1000;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  return server;
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) throw new Error(`bodies of more than ${maxBodyBytes} bytes are not emulated`);
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

/** An answer before any service is known, readable for clients of every protocol: code in the header and in JSON. */
function refusal(status: number, code: string, message: string): WireAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message }),
  };
}
