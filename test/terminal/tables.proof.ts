import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { textWidth } from '../../cli/output/text-width';
import { accountsKey, reportKey, runRecordKey } from '../../lambda/report/object-key';
import { writeBucket } from '../cli/write-bucket';
import { report } from '../local/athena/report-text';
import { startInTerminal } from './pseudo-terminal';

const command = join(__dirname, '../../dist/bin/credential-report.js');
const day = new Date('2026-11-22');
const account = '100000000007';
const name = 'Partner Integration of a subsidiary with a long name';
const user = {
  user: 'somebody.with.a.long.name@subsidiary.example.com',
  password_enabled: 'true',
  password_last_changed: '2026-01-01T00:00:00Z',
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2024-01-01T00:00:00Z',
};

let data: string;
beforeAll(() => {
  const line = { account_id: account, account_name: name, expected: true, joined_at: '2024-02-01T00:00:00Z' };
  data = writeBucket({
    [reportKey(day, account, name)]: report(account, user, { user: 'anna' }),
    [runRecordKey(day, account)]: `${JSON.stringify({ account_id: account, status: 'collected' })}\n`,
    [accountsKey(day)]: `${JSON.stringify(line)}\n`,
  });
});
afterAll(() => rmSync(data, { recursive: true }));

const findings = 'SELECT account_name, user_name, control, severity, evidence FROM latest_finding';

async function shown(words: readonly string[], environment = {}) {
  const program = startInTerminal([process.execPath, command, ...words, '--data', data], environment);
  const code = await program.ended();
  return { code, written: program.written(), lines: program.lines() };
}

/** Commands to copy, and what stands above each, stay in one piece. */
const isToCopy = (line: string) => /^(?:#|aws) /.test(line);

test.each([
  { words: ['query', findings], code: 0, says: 'high' },
  { words: ['query', 'SELECT * FROM latest_user_credential'], code: 0, says: '── 1 ' },
  { words: ['triage'], code: 0, says: 'somebody.with' },
  { words: ['check', '--fail-on', 'low'], code: 2, says: 'failed: ' },
])('$words is no wider than the terminal', async ({ words, code, says }) => {
  const { lines, ...outcome } = await shown(words);
  expect({ code: outcome.code, says: lines.some((line) => line.includes(says)) }).toEqual({
    code,
    says: true,
  });
  expect(lines.filter((line) => textWidth(line) > 80 && !isToCopy(line))).toEqual([]);
});

test('check shows what a person looks for', async () => {
  const { lines } = await shown(['check']);
  expect(lines.filter((line) => /^\w+ +│/.test(line)).map((line) => line.split(' ')[0])).toEqual([
    'severity',
    'control',
    'account',
    'user',
    'evidence',
    'since',
  ]);
});

test('the tables of the demo are no wider than the terminal', async () => {
  const program = startInTerminal([process.execPath, command, 'demo', '--out', join(data, 'demo')]);
  expect(await program.ended(200_000)).toBe(0);
  const rows = program.lines().filter((line) => /^[┌│├└]/.test(line));
  expect(rows.filter((line) => line.startsWith('┌')).length).toBeGreaterThan(2);
  expect(rows.filter((line) => textWidth(line) > 80)).toEqual([]);
}, 240_000);

test('a severity has its colour, which NO_COLOR takes away', async () => {
  const high = /\x1b\[31mhigh\x1b\[39m/;
  expect((await shown(['query', findings])).written).toMatch(high);
  const { code, written } = await shown(['query', findings], { NO_COLOR: '1' });
  expect(code).toBe(0);
  expect(written).toContain(' high ');
  expect(written).not.toMatch(/\x1b\[[\d;]*m/);
});
