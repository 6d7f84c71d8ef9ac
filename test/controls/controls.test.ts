import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFiles } from '../../athena-ddl/sql-files';
import { checkControls, controlColumns, knownControls } from '../../controls';
import { openLocalAthena } from '../../local/athena';
import { parseTable } from '../../local/athena/table-definition';
import { longAfter, storedObjects } from '../local/athena/stored-objects';

const header = controlColumns.join(',');
const known = [
  { name: 'key-rotation', hasDays: true },
  { name: 'root-mfa', hasDays: false },
];
const check = (...lines: readonly string[]): readonly unknown[] =>
  checkControls([header, ...lines].join('\n'), known).map(({ line, problem }) => [line, problem]);

test.each([
  ['nothing', []],
  ['days', ['key-rotation,180,vendors']],
  ['the fewest days', ['key-rotation,1,a day']],
  ['the most days', ['key-rotation,3650,ten years']],
  ['off, with days or without', ['key-rotation,off,"no, never"', 'root-mfa,off,no root user']],
])('accepts %s', (_, lines) => expect(check(...lines)).toEqual([]));

test('accepts a byte order mark and line breaks of Windows', () => {
  expect(checkControls(`\uFEFF${header}\r\nkey-rotation,180,vendors\r\n`, known)).toEqual([]);
});

const days = 'days must be a whole number from 1 to 3650, or off, received';
test.each([
  ['keyrotation,180,r', 'control must be one of key-rotation, root-mfa, received "keyrotation"'],
  ['*,off,r', 'control must be one of key-rotation, root-mfa, received "*"'],
  ['root-mfa,30,r', 'days must be off, since root-mfa asks for no days, received "30"'],
  ['key-rotation,0,r', `${days} "0"`],
  ['key-rotation,3651,r', `${days} "3651"`],
  ['key-rotation,-1,r', `${days} "-1"`],
  ['key-rotation,1.5,r', `${days} "1.5"`],
  ['key-rotation,090,r', `${days} "090"`],
  ['key-rotation, 90,r', `${days} " 90"`],
  ['key-rotation,Off,r', `${days} "Off"`],
  ['key-rotation,=90,r', `${days} "=90"`],
  ['key-rotation,,r', `${days} ""`],
  ['key-rotation,90, ', 'reason must be text, received " "'],
  ['key-rotation,90,a\\b', 'a field must be without backslash and line break, received "a\\\\b"'],
  ['key-rotation,90', 'a row has 3 fields, received 2'],
  ['key-rotation,90,vendors, twice a year', 'a row has 3 fields, received 4'],
])('refuses %s', (line, problem) => expect(check(line)).toEqual([[2, problem]]));

test('lists everything at once, a control that is there twice by the line it repeats', () => {
  expect(check('key-rotation,180,r', 'nobody,soon,', 'key-rotation,off,r')).toEqual([
    [3, expect.stringContaining('control')],
    [3, expect.stringContaining('days')],
    [3, expect.stringContaining('reason')],
    [4, 'the same control as on line 2'],
  ]);
});

test('another header and what is no CSV are named with their line', () => {
  expect(checkControls('control,days\n', known)).toEqual([
    { line: 1, problem: `the header must be ${header}, received "control,days"` },
  ]);
  expect(check('key-rotation,180,"r')).toEqual([[2, expect.stringMatching(/^no CSV: quote not closed/i)]]);
});

test('knows the controls that the SQL has, and which ask for days', async () => {
  const dataFolder = storedObjects({ 'credential-reports/2026/11/22/x.csv': 'x' });
  const athena = await openLocalAthena({ dataFolder, now: longAfter });
  const { rows } = await athena.query('SELECT control, default_days IS NOT NULL AS has_days FROM control');
  athena.close();
  const sorted = (names: readonly unknown[]) => names.map((name) => JSON.stringify(name)).sort();
  expect(sorted(knownControls().map(({ name, hasDays }) => [name, hasDays]))).toEqual(sorted(rows));
});

test('the file of the repository can be deployed, and has the columns of the table', () => {
  const csv = readFileSync(join(__dirname, '../../controls.csv'), 'utf8');
  expect(checkControls(csv, knownControls())).toEqual([]);
  const table = tableFiles().find(({ name }) => name === 'control_setting');
  expect(parseTable(table?.text ?? '', 'control_setting').columns).toEqual(controlColumns);
});
