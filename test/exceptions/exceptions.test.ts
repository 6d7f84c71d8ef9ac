import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlNames } from '../../controls';
import {
  checkExceptions,
  exceptionColumns,
  findingKeysSql,
  unusedExceptions,
  type FindingKey,
} from '../../exceptions';
import { tableFiles } from '../../athena-ddl/sql-files';
import { openLocalAthena } from '../../local/athena';
import { parseTable } from '../../local/athena/table-definition';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';

const header = exceptionColumns.join(',');
const good = '100000000007,anna,console-user,moves to Identity Center,Security board,2026-12-31';
const check = (...lines: readonly string[]): readonly unknown[] =>
  checkExceptions([header, ...lines].join('\n'), ['console-user', 'root-mfa']).map(({ line, problem }) => [
    line,
    problem,
  ]);

test('accepts names, root, wildcards, quoted text and an empty list', () => {
  const lines = [
    good,
    '*,<root_account>,root-mfa,"vault, no phone",Board,2027-01-01',
    '100000000007,*,*,"the ""old"" one",Board,2027-01-01',
  ];
  expect(check(...lines, '')).toEqual([]);
  expect(check('100000000007,"a,b@c",root-mfa,r,a,2027-01-01')).toEqual([]);
  expect(check()).toEqual([]);
});

const wrong: readonly (readonly [string, string])[] = [
  ['1000,anna,console-user,r,a,2026-12-31', 'account_id must be 12 digits or *, received "1000"'],
  [
    '100000000007,a b,console-user,r,a,2026-12-31',
    'user_name must be an IAM user, <root_account> or *, received "a b"',
  ],
  [
    '100000000007,anna,consoleuser,r,a,2026-12-31',
    'control must be one of console-user, root-mfa or *, received "consoleuser"',
  ],
  ['100000000007,anna,console-user, ,a,2026-12-31', 'reason must be text, received " "'],
  ['100000000007,anna,console-user,r,,2026-12-31', 'approved_by must be text, received ""'],
  [
    '100000000007,anna,console-user,r,a,2026-02-30',
    'expires_on must be a day as YYYY-MM-DD, received "2026-02-30"',
  ],
  [
    '100000000007,anna,console-user,r,a,31.12.2026',
    'expires_on must be a day as YYYY-MM-DD, received "31.12.2026"',
  ],
  [
    '100000000007,anna,console-user,r,a\\b,2026-12-31',
    'a field must be without backslash and line break, received "a\\\\b"',
  ],
  ['100000000007,anna,console-user,r,2026-12-31', 'a row has 6 fields, received 5'],
  ['100000000007,anna,console-user,r,a,2026-12-31,x', 'a row has 6 fields, received 7'],
];
test.each(wrong)('refuses %s', (line, problem) => {
  expect(check(good.replace('anna', 'ben'), line)).toEqual([[3, problem]]);
});

test('lists everything at once, duplicates by the line they repeat', () => {
  expect(check(good, '1,anna,x,r,a,soon', good)).toEqual([
    [3, expect.stringContaining('account_id')],
    [3, expect.stringContaining('control')],
    [3, expect.stringContaining('expires_on')],
    [4, 'the same account, user and control as on line 2'],
  ]);
});

test('names the line of what is no CSV and of a header that is another', () => {
  expect(check(good, '100000000007,"anna,x')).toEqual([
    [3, expect.stringMatching(/^no CSV: quote not closed/i)],
  ]);
  expect(checkExceptions('account,user\n', [])).toEqual([
    { line: 1, problem: `the header must be ${header}, received "account,user"` },
  ]);
});

test('finds the exceptions that match no finding of the data', async () => {
  const dataFolder = storedObjects({
    'credential-reports/2026/11/22/100000000007-Sandbox.csv': report('100000000007', {
      user: 'anna',
      password_enabled: 'true',
    }),
  });
  const athena = await openLocalAthena({ dataFolder, now: longAfter });
  const { rows } = await athena.query(findingKeysSql);
  athena.close();
  const findings: FindingKey[] = rows.map(([accountId, userName, control]) => ({
    accountId: String(accountId),
    userName: String(userName),
    control: String(control),
  }));
  const scopes = [
    '100000000007,anna,console-user',
    '*,anna,*',
    '*,*,console-mfa',
    '100000000007,*,*',
    '100000000007,ben,*',
    '100000000008,*,console-user',
    '*,*,root-mfa',
  ];
  const lines = scopes.map((scope) => `${scope},r,a,2027-01-01`);
  expect(unusedExceptions([header, ...lines].join('\n'), findings)).toEqual([
    { line: 6, problem: '100000000007, ben, * matches no finding in the data' },
    { line: 7, problem: '100000000008, *, console-user matches no finding in the data' },
    { line: 8, problem: '*, *, root-mfa matches no finding in the data' },
  ]);
});

test('knows the controls that the SQL knows', async () => {
  const dataFolder = storedObjects({ 'credential-reports/2026/11/22/x.csv': 'x' });
  const athena = await openLocalAthena({ dataFolder, now: longAfter });
  const { rows } = await athena.query('SELECT control FROM control');
  athena.close();
  expect(controlNames()).toEqual(rows.flat());
  expect(controlNames()).toHaveLength(18);
});

test('the file of the repository can be deployed, and has the columns of the table', () => {
  const csv = readFileSync(join(__dirname, '../../exceptions.csv'), 'utf8');
  expect(checkExceptions(csv, controlNames())).toEqual([]);
  const table = tableFiles().find(({ name }) => name === 'exception');
  expect(parseTable(table?.text ?? '', 'exception').columns).toEqual(exceptionColumns);
});
