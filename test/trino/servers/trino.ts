import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Toolchain } from '../toolchain/toolchain';
import { freePort, ServerProcess } from './server-process';
import { hiveCatalog, javaOptions, serverConfig } from './trino-settings';

interface TrinoProps {
  readonly toolchain: Toolchain;
  /** A new folder for its settings and data. */
  readonly folder: string;
  readonly glueEndpoint: string;
  readonly s3Endpoint: string;
  /** Credentials for the emulated S3. */
  readonly env: Readonly<Record<string, string>>;
}

export interface TrinoServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** A Trino server of one process, coordinator and worker, with one catalog: `hive`. */
export async function startTrino(props: TrinoProps): Promise<TrinoServer> {
  const { toolchain, folder } = props;
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const catalogs = join(folder, 'catalog');
  const config = join(folder, 'config.properties');
  mkdirSync(catalogs, { recursive: true });
  writeFileSync(config, lines(serverConfig(endpoint, port, catalogs, toolchain.trinoPlugins)));
  writeFileSync(join(catalogs, 'hive.properties'), lines(hiveCatalog(props.glueEndpoint, props.s3Endpoint)));
  const server = await ServerProcess.start({
    command: toolchain.java,
    args: [
      ...javaOptions(folder, config),
      '-cp',
      join(toolchain.trinoLib, '*'),
      'io.trino.server.TrinoServer',
    ],
    env: props.env,
    folder,
    isReady: async () => {
      const answer = await fetch(`${endpoint}/v1/info`, { signal: AbortSignal.timeout(2000) });
      return ((await answer.json()) as { readonly starting: boolean }).starting === false;
    },
    startMinutes: 10,
  });
  return { endpoint, stop: () => server.stop() };
}

function lines(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
