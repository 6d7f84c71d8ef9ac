import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

interface ServerProps {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** @default the one of this process */
  readonly folder?: string;
  /** Whether it answers by now. */
  readonly isReady: () => Promise<boolean>;
  readonly startMinutes: number;
}

/** A server in a process of its own, which never outlives this one. */
export class ServerProcess {
  /** How it ended, in words; undefined while it runs. */
  private ended: string | undefined;
  private lastWords = '';

  private constructor(private readonly child: ChildProcess) {
    const keep = (chunk: Buffer) => (this.lastWords = (this.lastWords + chunk.toString()).slice(-4000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => keep(Buffer.from(error.message)));
    child.on('close', (code, signal) => {
      this.ended =
        signal === null
          ? `ended with code ${code} while it started`
          : `was ended by ${signal} while it started`;
    });
  }

  /** @throws Error with its last words when it ends, or does not answer in time */
  static async start(props: ServerProps): Promise<ServerProcess> {
    const env = { ...process.env, ...props.env };
    const child = spawn(props.command, props.args, {
      env,
      ...(props.folder !== undefined && { cwd: props.folder }),
    });
    // Before the folder that it writes into is removed.
    process.prependOnceListener('exit', () => child.kill('SIGKILL'));
    const server = new ServerProcess(child);
    const until = Date.now() + props.startMinutes * 60_000;
    while (!(await props.isReady().catch(() => false))) {
      if (server.ended !== undefined || Date.now() > until) {
        const why = server.ended ?? `did not start within ${props.startMinutes} minutes`;
        await server.stop();
        throw new Error(`${props.command} ${why}:\n${server.lastWords}`);
      }
      await delay(200);
    }
    return server;
  }

  /** Asks it to end, and ends it after 10 seconds. */
  async stop(): Promise<void> {
    if (this.ended !== undefined) return;
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGTERM');
    const hurry = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await closed;
    clearTimeout(hurry);
  }
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
