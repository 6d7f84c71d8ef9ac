import { freePort, ServerProcess } from './server-process';

/** A Glue catalog, played by moto. */
export interface GlueServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export async function startMoto(motoServer: string): Promise<GlueServer> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = await ServerProcess.start({
    command: motoServer,
    args: ['--host', '127.0.0.1', '--port', String(port)],
    isReady: async () =>
      (await fetch(`${endpoint}/moto-api/data.json`, { signal: AbortSignal.timeout(2000) })).ok,
    startMinutes: 3,
  });
  return { endpoint, stop: () => server.stop() };
}
