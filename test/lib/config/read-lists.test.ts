import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readControls, readExceptions } from '../../../lib/config/read-lists';

const header = 'account_id,user_name,control,reason,approved_by,expires_on\n';
const folder = mkdtempSync(join(tmpdir(), 'exceptions-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'exceptions.csv');
  writeFileSync(path, text);
  return path;
}

test('the list of the repository can be deployed', () => {
  expect(readExceptions(join(__dirname, '../../../exceptions.csv'))).toContain(header.trim());
});

test('every problem is reported with its line', () => {
  const rows = '1,x,key-rotation,r,a,2027-01-01\n100000000001,x,no-such-control,r,a,soon\n';
  expect(() => readExceptions(file(header + rows))).toThrow(
    /cannot be deployed:\n- line 2: account_id .*"1"\n- line 3: control .*\n- line 3: expires_on .*"soon"/,
  );
});

test('a list that outgrows an event of Lambda is refused', () => {
  const rows = Array.from(
    { length: 2_000 },
    (_, i) => `100000000001,user-${i},console-user,a reason in words,somebody,2027-01-01\n`,
  );
  expect(() => readExceptions(file(header + rows.join('')))).toThrow(
    /the file has \d+ bytes, allowed are 100000/,
  );
});

test('a list that is not there is reported', () => {
  expect(() => readExceptions('/nowhere/exceptions.csv')).toThrow(
    "exceptions.csv cannot be deployed:\n- it cannot be read: ENOENT: no such file or directory, open '/nowhere/exceptions.csv'",
  );
});

test('the thresholds of the repository can be deployed', () => {
  expect(readControls(join(__dirname, '../../../controls.csv'))).toBe('control,days,reason\n');
});

test('what is wrong with the thresholds is reported with its line', () => {
  expect(() => readControls(file('control,days,reason\nroot-mfa,30,r\n'))).toThrow(
    'controls.csv cannot be deployed:\n- line 2: days must be off, since root-mfa asks for no days, received "30"',
  );
  expect(() => readControls('/nowhere/controls.csv')).toThrow(
    'controls.csv cannot be deployed:\n- it cannot be read: ENOENT',
  );
});
