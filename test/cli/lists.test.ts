import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { objectsOf } from '../athena-ddl/case';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const exceptionsHeader = 'account_id,user_name,control,reason,approved_by,expires_on';
const keptInFolder = '100000000007,anna,console-mfa,kept in the folder,security@example.com,2026-12-01';
const key = { access_key_1_active: 'true', access_key_1_last_used_date: '-1d' };

let data: string;
let lists: string;
beforeAll(() => {
  data = writeBucket(
    objectsOf({
      why: 'lists',
      reports: {
        '2026-11-22': {
          '100000000007': [
            { user: 'anna', password_enabled: 'true', password_last_used: '-1d', mfa_active: 'false' },
            { user: 'bot', ...key, access_key_1_last_rotated: '-40d', mfa_active: 'true' },
          ],
        },
      },
      exceptions: [keptInFolder],
      controls: ['console-user,off,not asked here'],
      expect: [],
    }),
  );
  lists = mkdtempSync(join(tmpdir(), 'lists-'));
});
afterAll(() => {
  rmSync(data, { recursive: true });
  rmSync(lists, { recursive: true });
});

const list = (name: string, ...lines: string[]) => {
  const file = join(lists, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
const sql = `SELECT user_name, control, status FROM latest_finding WHERE severity <> 'low' ORDER BY 1, 2`;
const findings = async (...words: string[]) => {
  const { out, err } = await runCommand(['query', '--data', data, '--format', 'csv', ...words, sql]);
  return out === '' ? err : out.trimEnd().split('\n').slice(1);
};

test('without them the lists of the folder count', async () => {
  expect(await findings()).toEqual(['anna,console-mfa,excepted']);
});

test('a list of exceptions counts in place of the one in the folder, whatever its name', async () => {
  const file = list(
    'what [if]*?.csv',
    exceptionsHeader,
    '100000000007,anna,*,"planned, soon",security@example.com,2026-11-21',
  );
  expect(await findings('--exceptions', file)).toEqual(['anna,console-mfa,exception_expired']);
});

test('an empty list excepts nothing', async () => {
  expect(await findings('--exceptions', list('none.csv', exceptionsHeader))).toEqual([
    'anna,console-mfa,open',
  ]);
});

test('thresholds count in place of those in the folder', async () => {
  const file = list('controls.csv', 'control,days,reason', 'key-rotation,30,stricter here');
  expect(await findings('--controls', file)).toEqual([
    'anna,console-mfa,excepted',
    'anna,console-user,open',
    'bot,key-rotation,open',
  ]);
});

test.each([
  ['--exceptions', 'bad.csv', exceptionsHeader, 'exceptions'],
  ['--controls', 'bad-controls.csv', 'control,days,reason', 'controls'],
])('%s refuses a list that would not be deployed', async (option, name, header, command) => {
  const file = list(name, header, 'no-such-control,1,2');
  const answer = await findings(option, file);
  expect(answer).toMatch(
    new RegExp(`^error: .*${name} has \\d+ problems?: see credential-report ${command} check `),
  );
});

test('a file that is not there is named', async () => {
  expect(await findings('--controls', join(lists, 'gone.csv'))).toMatch(/^error: .*gone\.csv cannot be read/);
});

test.each([['triage'], ['digest'], ['dashboard', '--out', 'never.html']])(
  '%s takes them too',
  async (...words) => {
    const { code, err } = await runCommand([
      ...words,
      '--data',
      data,
      '--exceptions',
      join(lists, 'gone.csv'),
    ]);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining('gone.csv cannot be read') as string,
    });
  },
);
