import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { EmbeddedOrganization } from '../../local/organization';
import { runCommand } from './run-command';
import { management, startStuckOrganization } from './stuck-organization';

/** Milliseconds: for a child that starts on a busy machine. */
const patience = 60_000;

let server: EmbeddedOrganization;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stopped-'));
  server = await startStuckOrganization();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await server.close();
  rmSync(folder, { recursive: true });
});

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + patience / 2;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await setTimeout(50);
  }
}

test(
  'Ctrl-C during a collection keeps what was collected, says so, leaves nothing half done and ends with 130',
  async () => {
    const out = join(folder, 'reports');
    const command = join(__dirname, '../../dist/bin/credential-report.js');
    const words = ['collect', '--out', out, '--concurrency', '1', '--facts', 'none', '--format', 'csv'];
    child = spawn(process.execPath, [command, ...words], {
      env: { PATH: process.env['PATH'], HOME: folder, ...server.environment(management) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, table] = ['', ''];
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => (table += chunk.toString()));
    const ended = new Promise((resolve) => child?.on('close', (code) => resolve(code)));
    await until(() => said.includes('collecting 2/4 '));
    child.kill('SIGINT');
    expect(await ended).toBe(130);

    expect(table).toMatch(
      /^100000000002,Account 2,collected,1,""\n100000000003,Account 3,not reached,,.*\n100000000004,Account 4,not reached,/m,
    );
    expect(said).toContain(`2 of 4 accounts collected into ${out}\n`);
    expect(said).toMatch(/^stopped: what was collected is kept, 2 accounts were not reached; /m);
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.part$/.test(file))).toEqual([]);
    expect(files.filter((file) => /collection-runs\/.*\.json$/.test(file))).toHaveLength(2);
    expect(files.filter((file) => /credential-reports\/.*\.csv$/.test(file))).toHaveLength(2);
    expect(
      existsSync(out) && (await runCommand(['verify', '--data', out], { now: () => new Date() })).code,
    ).toBe(0);
  },
  patience,
);
