import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportColumns } from '../../lambda/report/columns';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const header = 'account_id,user_name,control,reason,approved_by,expires_on';
const noKey = 'false,N/A,N/A,N/A,N/A';
const user =
  'operator,arn:aws:iam::100000000007:user/operator,2026-01-02T03:04:05Z,true,2026-11-21T09:00:00Z,' +
  `2026-11-01T09:00:00Z,N/A,false,${noKey},${noKey},false,N/A,false,N/A`;

let folder: string;
beforeAll(() => {
  const key = 'credential-reports/2026/11/22/100000000007-Sandbox.csv';
  folder = writeBucket({ [key]: `${reportColumns.slice(0, 22).join(',')}\n${user}` });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function check(rows: readonly string[], ...words: string[]) {
  const file = join(folder, 'list.csv');
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
  const { code, out, err } = await runCommand(['exceptions', 'check', file, '--format', 'json', ...words]);
  return {
    code,
    err,
    problems: out === '' ? undefined : (JSON.parse(out) as { line: number; problem: string }[]),
  };
}

const needed = '100000000007,operator,console-mfa,no phone,security team,2027-01-31';
const unneeded = '100000000007,nobody,console-mfa,no phone,security team,2027-01-31';
const malformed = '100000000007,nobody,consol-mfa,no phone,security team,2027-02-30';

describe('exceptions check', () => {
  test('a list that can be deployed has no problems', async () => {
    expect(await check([needed, unneeded])).toEqual({
      code: 0,
      err: expect.stringMatching(/: 0 problems\n$/) as unknown,
      problems: [],
    });
  });

  test('everything that is wrong is listed at once, by line', async () => {
    const { code, problems } = await check([needed, malformed, needed]);
    expect(problems?.map(({ line }) => line)).toEqual([3, 3, 4]);
    expect(problems?.[0]?.problem).toMatch(
      /^control must be one of .*console-mfa.* or \*, received "consol-mfa"$/,
    );
    expect(problems?.[1]?.problem).toMatch(/^expires_on must be a day as YYYY-MM-DD, received "2027-02-30"$/);
    expect(problems?.[2]?.problem).toMatch(/same account, user and control as on line 2$/);
    expect(code).toBe(2);
  });

  test('one problem is enough for exit code 2', async () => {
    expect((await check([unneeded], '--data', folder)).code).toBe(2);
  });

  test('with data, exceptions that match no finding are listed too; malformed rows only once', async () => {
    const { code, problems } = await check([needed, malformed, unneeded], '--data', folder);
    expect(problems?.map(({ line }) => line)).toEqual([3, 3, 4]);
    expect(problems?.[2]?.problem).toBe('100000000007, nobody, console-mfa matches no finding in the data');
    expect(code).toBe(2);
  });

  test('the list of this repository can be deployed', async () => {
    const list = join(__dirname, '../../exceptions.csv');
    expect((await runCommand(['exceptions', 'check', list])).code).toBe(0);
  });

  test('a list or a folder that is not there is an error in words', async () => {
    const missing = await runCommand(['exceptions', 'check', '/nowhere.csv']);
    expect(missing).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^error: \/nowhere.csv cannot be read: /) as unknown,
    });
    const { code, err } = await check([needed], '--data', '/nowhere');
    expect(code).toBe(1);
    expect(err).toMatch(/^error: cannot open \/nowhere: /);
  });
});
