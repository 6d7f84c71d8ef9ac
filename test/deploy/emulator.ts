import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrganizationData } from '../../local/organization';
import { pythonProgram } from './python-program';
import { freePort } from './free-port';

/** One line of what the additions to MiniStack wrote down. */
export interface Recorded {
  readonly kind: string;
  readonly account: string;
  readonly region: string;
  readonly [field: string]: unknown;
}

/** MiniStack with its additions, over TLS on a port of loopback, checking signatures and policies. */
export interface Emulator {
  readonly url: string;
  readonly region: string;
  /** Path of the certificate that clients must trust. */
  readonly certificate: string;
  /** A folder that goes when it ends. */
  readonly folder: string;
  recorded(kind: string): Recorded[];
  /** From now on resources fail that have this type in this stack; of the type `last`, the one that is made last. */
  failAt(resources: readonly (readonly [stack: string, type: string])[]): void;
  /** What it printed. */
  log(): string;
  /** Ends it and everything that it started. */
  stop(): Promise<void>;
}

const region = 'eu-central-1';
const startTimeoutMs = 120_000;

/** Environment variables of MiniStack. */
function settings(folder: string, port: number, organization: OrganizationData): Record<string, string> {
  return {
    // Without the first it listens on every address, and without the second on port 8883 too.
    BIND_HOST: '127.0.0.1',
    IOT_MTLS_ENABLED: '0',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_REGION: region,
    AUTH: 'true',
    USE_SSL: '1',
    TMPDIR: folder,
    S3_DATA_DIR: join(folder, 's3'),
    // The SDK that Lambda's runtime ships.
    NODE_PATH: join(__dirname, '../../node_modules'),
    NODE_NO_WARNINGS: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    RECORDS: join(folder, 'records.jsonl'),
    FAILURES: join(folder, 'failures.json'),
    ORGANIZATION: JSON.stringify(organization),
  };
}

/** Starts it, and returns when it answers. */
export async function startEmulator(organization: OrganizationData): Promise<Emulator> {
  const folder = mkdtempSync(join(tmpdir(), 'ministack-'));
  const port = await freePort();
  const env = settings(folder, port, organization);
  const logFile = join(folder, 'log');
  for (const file of [env['RECORDS'] ?? '', logFile]) writeFileSync(file, '');
  const failAt: Emulator['failAt'] = (resources) =>
    writeFileSync(env['FAILURES'] ?? '', JSON.stringify(resources));
  failAt([]);
  const program = await pythonProgram('python');
  const child = spawn(program, [join(__dirname, 'emulator')], {
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    // It leads a group of its own and ends it when its standard input closes.
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const url = `https://127.0.0.1:${port}`;
  await untilPrinted(child, `Running on ${url}`, (text) => appendFileSync(logFile, text));
  return {
    url,
    region,
    folder,
    certificate: join(folder, 'ministack-tls/server.crt'),
    failAt,
    log: () => readFileSync(logFile, 'utf8'),
    recorded: (kind) =>
      readFileSync(env['RECORDS'] ?? '', 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Recorded)
        .filter((line) => line.kind === kind),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** @throws Error with what it printed when it ends, or says nothing for too long */
function untilPrinted(child: ChildProcess, words: string, log: (text: string) => void): Promise<void> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const give = (why: string) => reject(new Error(`MiniStack ${why}:\n${printed}`));
    const timer = setTimeout(() => {
      give(`was not ready after ${startTimeoutMs} ms`);
      child.stdin?.end();
    }, startTimeoutMs);
    child.once('exit', () => give('ended'));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log(text);
        printed += text;
        if (!printed.includes(words)) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
}
