import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../../lib/config/config';
import { readConfiguration } from '../../../lib/config/read-configuration';

const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = join(folder, 'good.csv');
writeFileSync(good, 'account_id,user_name,control,reason,approved_by,expires_on\n');
const bad = join(folder, 'bad.csv');
writeFileSync(
  bad,
  'account_id,user_name,control,reason,approved_by,expires_on\n1,x,root-mfa,r,a,2027-01-01\n',
);

const controls = join(folder, 'controls.csv');
writeFileSync(controls, 'control,days,reason\n');
const badControls = join(folder, 'bad-controls.csv');
writeFileSync(badControls, 'control,days,reason\nroot-mfa,30,r\n');

/** A module that exports what no compiler saw. */
const exporting = (config: unknown) => () => Promise.resolve({ config: config as Config });
const reject = Promise.reject.bind(Promise) as (reason: unknown) => Promise<never>;
const throwing = (error: unknown) => () => reject(error);
/** An error that arises in a line of a file. */
const errorAt = (place: string) => {
  const error = new ReferenceError('missing is not defined');
  error.stack = `ReferenceError: missing is not defined\n    at <anonymous> (${place})\n    at Module._compile (node:internal:1521:14)`;
  return error;
};

test('settings and the texts of the lists', async () => {
  expect(await readConfiguration({ config: exporting({}), exceptions: good, controls })).toMatchObject({
    settings: { retentionDays: 400 },
    lists: {
      exceptions: 'account_id,user_name,control,reason,approved_by,expires_on\n',
      controls: 'control,days,reason\n',
    },
  });
});

test.each<[string, () => Promise<{ config: Config }>, string[]]>([
  [
    'options',
    exporting({ retentionDays: '5', collectAt: 'noon' }),
    [
      'config.ts cannot be deployed:\n' +
        '- retentionDays is "5", allowed is a whole number of days from 1 to 36500\n' +
        '- collectAt is "noon", allowed is a time of day in UTC as "HH:MM", from "00:15": the accounts are listed before',
    ],
  ],
  [
    'no config',
    exporting(undefined),
    ['config.ts cannot be deployed:\n- config is undefined, allowed is an object of options such as {}'],
  ],
  [
    'a list',
    exporting([]),
    ['config.ts cannot be deployed:\n- config is [], allowed is an object of options such as {}'],
  ],
  [
    'what JSON cannot say',
    exporting({ retentionDays: 400n, spreadMinutes: NaN, tags: () => ({}), region: Symbol('r') }),
    [
      expect.stringMatching(
        /- retentionDays is 400n, .*\n- spreadMinutes is NaN, .*\n- tags is a function, .*\n- region is Symbol\(r\), /,
      ) as string,
    ],
  ],
  [
    'an exception, with its line',
    throwing(errorAt('/repository/config.ts:3:12')),
    ['config.ts cannot be deployed:\n- line 3: missing is not defined'],
  ],
  [
    'an exception of another file',
    throwing(errorAt('/repository/units.ts:3:12')),
    ['config.ts cannot be deployed:\n- missing is not defined'],
  ],
  [
    'a module that is not there',
    throwing(new Error("Cannot find module './units'\nRequire stack:\n- /repository/config.ts")),
    ["config.ts cannot be deployed:\n- Cannot find module './units'"],
  ],
  ['a text thrown', throwing('no units'), ['config.ts cannot be deployed:\n- it throws no units']],
])('config.ts: %s', async (_, config, problems) => {
  expect(await readConfiguration({ config, exceptions: good, controls })).toEqual(problems);
});

test('the profile says what the configuration leaves open', async () => {
  const profile = { account: '100000000001', region: 'eu-central-1' };
  expect(
    await readConfiguration({ config: exporting({}), exceptions: good, controls, profile }),
  ).toMatchObject({
    settings: { places: { data: profile } },
  });
});

test('all files are reported at once', async () => {
  expect(
    await readConfiguration({
      config: exporting({ spreadMinutes: 0 }),
      exceptions: bad,
      controls: badControls,
    }),
  ).toEqual([
    'config.ts cannot be deployed:\n- spreadMinutes is 0, allowed is a whole number of minutes from 1 to 180',
    expect.stringMatching(/^exceptions\.csv cannot be deployed:\n- line 2: account_id .*"1"/),
    expect.stringMatching(/^controls\.csv cannot be deployed:\n- line 2: days must be off/),
  ]);
});

test('a fault of the program is no problem of a file', async () => {
  const config = Object.defineProperty({}, 'tags', {
    enumerable: true,
    get: () => {
      throw new RangeError('out of range');
    },
  });
  await expect(readConfiguration({ config: exporting(config), exceptions: good, controls })).rejects.toThrow(
    RangeError,
  );
});
