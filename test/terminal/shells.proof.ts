import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../cli/run-command';
import { writeBucket } from '../cli/write-bucket';
import { startInTerminal } from './pseudo-terminal';

const command = join(__dirname, '../../dist/bin/credential-report.js');

let data: string;
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
  data = writeBucket({
    'collection-runs/2026/11/22/100000000007.json': '{"account_id":"100000000007","status":"failed"}\n',
  });
});
afterAll(() => [data, home].forEach((folder) => rmSync(folder, { recursive: true })));

describe('the shell of query', () => {
  const start = () =>
    startInTerminal([process.execPath, command, 'query', '--data', data], {
      HOME: home,
      XDG_STATE_HOME: home,
    });

  test('completes with Tab, and another shell brings back with the arrow what was asked', async () => {
    const first = start();
    await first.until('sql> ');
    first.type('SELECT status FROM collection_r\t');
    await first.until('collection_run');
    first.type(';\r');
    await first.until(/│ failed +│[^]*sql> $/);
    first.type('\x04');
    expect(await first.ended()).toBe(0);
    const second = start();
    await second.until('sql> ');
    second.type('\x1b[A');
    await second.until('SELECT status FROM collection_run;');
    second.type('\r');
    await second.until(/│ failed +│[^]*sql> $/);
    second.type('.quit\r');
    expect(await second.ended()).toBe(0);
  });

  test('goes on after Ctrl-C', async () => {
    const shell = start();
    await shell.until('sql> ');
    shell.type('SELECT 1,');
    await shell.until('SELECT 1,');
    shell.type('\x03');
    await shell.until('sql> ');
    shell.type('SELECT 40 + 2 AS answer;\r');
    await shell.until(/│ +42 │[^]*sql> $/);
    shell.type('\x04');
    expect(await shell.ended()).toBe(0);
  });
});

describe.each([
  { shell: 'bash', words: ['bash', '--norc', '--noprofile', '-i'] },
  { shell: 'zsh', words: ['zsh', '-f', '-i'] },
])('$shell', ({ shell, words }) => {
  test('reads its script and completes a command, an option and its value', async () => {
    const { out } = await runCommand(['completion', shell]);
    const file = join(home, `${shell}-completion`);
    writeFileSync(file, out);
    const program = startInTerminal(words, { HOME: home, PS1: 'ready> ' });
    await program.until('ready> ');
    program.type(`source ${file}; echo read-$?\r`);
    await program.until('read-0');
    program.type('credential-report quer\t');
    await program.until('query ');
    program.type('--form\t');
    await program.until('--format ');
    program.type('vert\t');
    await program.until('vertical ');
    program.type('\x03');
    await program.until('ready> ');
    program.type('exit 0\r');
    expect(await program.ended()).toBe(0);
  });
});
