import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installedBy } from './installed-by';

/** The account that moto plays. */
export const motoAccount = '123456789012';

/** Milliseconds until it must answer: it loads all policies that AWS manages. */
const startTimeoutMs = 120_000;

/** moto as a server on this machine, of the packages that the Trino tier pins. */
export interface Moto {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts it on a port, and returns when it answers. @throws Error with what it printed when it does not */
export async function startMoto(port: number): Promise<Moto> {
  const tools = await installedBy('python-tools.sh', join(__dirname, '../trino/requirements.txt'));
  const child = spawn(join(tools, 'bin/moto_server'), ['-H', '127.0.0.1', '-p', String(port)], {
    env: {
      PATH: process.env['PATH'],
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      PYTHONDONTWRITEBYTECODE: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + startTimeoutMs; Date.now() < end; await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`moto ended:\n${printed}`);
    const answer = await fetch(`${endpoint}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok === true) return { endpoint, stop };
  }
  await stop();
  throw new Error(`moto was not ready after ${startTimeoutMs} ms:\n${printed}`);
}
