import { rmSync } from 'node:fs';
import { accountsKey, reportKey } from '../../lambda/report/object-key';
import { report } from '../local/athena/stored-objects';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const id = '100000000007';
const today = new Date('2026-11-22');
const listed = (...ids: string[]) =>
  ids
    .map((account_id) => ({
      account_id,
      account_name: 'Web',
      expected: true,
      joined_at: '2024-02-01T00:00:00Z',
    }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
/** A key that is not rotated (medium), of a user without MFA (low). */
const bot = {
  user: 'bot',
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2026-01-01T00:00:00Z',
  access_key_1_last_used_date: '2026-11-21T00:00:00Z',
};

const folders: string[] = [];
function folder(list: string | undefined, ...users: Parameters<typeof report>[1][]): string {
  const made = writeBucket({
    [reportKey(today, id, 'Web')]: report(id, ...users),
    ...(list === undefined ? {} : { [accountsKey(today)]: list }),
  });
  folders.push(made);
  return made;
}
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true })));

const check = (data: string, ...words: string[]) =>
  runCommand(['check', '--data', data, '--format', 'json', ...words], {
    now: () => new Date('2026-11-23T01:00:00Z'),
  });

test.each([
  { failOn: 'high', code: 0, controls: [], failed: [] },
  {
    failOn: 'medium',
    code: 2,
    controls: ['key-rotation'],
    failed: ['failed: 1 open finding of severity critical, high, medium'],
  },
])(
  'a finding of medium with --fail-on $failOn ends with $code',
  async ({ failOn, code, controls, failed }) => {
    const outcome = await check(folder(listed(id), bot), '--fail-on', failOn);
    const rows = JSON.parse(outcome.out) as { control: string }[];
    expect(rows.map(({ control }) => control)).toEqual(controls);
    expect(outcome.err.match(/^failed: .*$/gm) ?? []).toEqual(failed);
    expect(outcome.code).toBe(code);
  },
);

test.each([
  { list: listed(id, '100000000008'), why: '1 account without a report' },
  { list: undefined, why: 'no list of accounts says who is silent' },
])('nobody passes where $why', async ({ list, why }) => {
  const { code, out, err } = await check(folder(list, { user: 'anna' }));
  expect({ code, out }).toEqual({ code: 2, out: '[\n]\n' });
  expect(err.match(/^failed: .*$/gm)).toEqual([`failed: ${why}`]);
});

test('an unknown severity is refused with those that there are', async () => {
  const { code, err } = await check('x', '--fail-on', 'severe');
  expect(code).toBe(1);
  expect(err).toContain('Allowed choices are critical, high, medium, low, info.');
});
