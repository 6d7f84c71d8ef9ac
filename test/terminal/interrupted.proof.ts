import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedOrganization } from '../../local/organization';
import { management, startStuckOrganization } from '../cli/stuck-organization';
import { startInTerminal } from './pseudo-terminal';

const command = join(__dirname, '../../dist/bin/credential-report.js');

let server: EmbeddedOrganization;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
  server = await startStuckOrganization();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The last of these that was written. */
const last = (written: string, pattern: RegExp) =>
  Array.from(written.matchAll(pattern), ([one]) => one).at(-1);

test('Ctrl-C during a collection gives the cursor and the wrapping back, keeps what is there and ends with 130', async () => {
  const out = join(folder, 'reports');
  const program = startInTerminal(
    [process.execPath, command, 'collect', '--out', out, '--concurrency', '1', '--facts', 'none'],
    { HOME: folder, ...server.environment(management) },
  );
  await program.until('2/4');
  expect(last(program.written(), /\x1b\[\?25[hl]/g)).toBe('\x1b[?25l');
  program.type('\x03');
  expect(await program.ended()).toBe(130);
  expect(last(program.written(), /\x1b\[\?25[hl]/g)).toBe('\x1b[?25h');
  expect(last(program.written(), /\x1b\[\?7[hl]/g)).toBe('\x1b[?7h');
  expect(program.lines()).toContain(`2 of 4 accounts collected into ${out}`);
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /credential-reports\/.*\.csv$/.test(file))).toHaveLength(2);
  expect(files.filter((file) => file.endsWith('.part'))).toEqual([]);
});

test('Ctrl-C while a page is made gives the cursor back too', async () => {
  const program = startInTerminal([process.execPath, command, 'demo', '--out', join(folder, 'demo')]);
  await program.until(/1\/30/);
  program.type('\x03');
  expect(await program.ended()).toBe(130);
  expect(last(program.written(), /\x1b\[\?25[hl]/g)).toBe('\x1b[?25h');
  expect(last(program.written(), /\x1b\[\?7[hl]/g)).toBe('\x1b[?7h');
});
