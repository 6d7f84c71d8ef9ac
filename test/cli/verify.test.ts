import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const report = 'user,arn\n<root_account>,arn:aws:iam::100000000007:root';
const reportKey = 'credential-reports/2026/11/22/100000000007-Sandbox=201.csv';
const runKey = 'collection-runs/2026/11/22/100000000007.json';
const collected = {
  account_id: '100000000007',
  status: 'collected',
  key: reportKey,
  bytes: report.length,
  sha256: createHash('sha256').update(report).digest('hex'),
};
const factsKey = 'user-facts/2026/11/22/100000000007.jsonl';
const facts = '{"fact":"Q"';
const told = (changes: object = {}) => ({
  key: factsKey,
  bytes: facts.length,
  sha256: createHash('sha256').update(facts).digest('hex'),
  ...changes,
});
const record = (changes: object = {}) => `${JSON.stringify({ ...collected, ...changes })}\n`;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function bucket(objects: Record<string, string>): string {
  const folder = writeBucket(objects);
  folders.push(folder);
  return folder;
}

const cases: {
  name: string;
  objects: Record<string, string>;
  problems: { object: string; problem: RegExp }[];
}[] = [
  {
    name: 'a report as its run record says',
    objects: { [reportKey]: report, [runKey]: record() },
    problems: [],
  },
  {
    name: 'facts as the run record says',
    objects: { [reportKey]: report, [factsKey]: facts, [runKey]: record({ facts: told() }) },
    problems: [],
  },
  {
    name: 'facts with one byte changed',
    objects: {
      [reportKey]: report,
      [factsKey]: facts.replace('Q', 'q'),
      [runKey]: record({ facts: told() }),
    },
    problems: [{ object: runKey, problem: /^says sha256 [0-9a-f]{64}, the stored facts have [0-9a-f]{64}$/ }],
  },
  {
    name: 'facts cut off',
    objects: { [reportKey]: report, [factsKey]: facts.slice(1), [runKey]: record({ facts: told() }) },
    problems: [{ object: runKey, problem: /^says 11 bytes, the stored facts have 10$/ }],
  },
  {
    name: 'facts gone, or the report in their place',
    objects: {
      [reportKey]: report,
      [runKey]: record({ facts: told() }),
      [runKey.replace('22/', '21/')]: record({
        key: reportKey.replace('22/', '21/'),
        facts: told({ key: reportKey }),
      }),
      [reportKey.replace('22/', '21/')]: report,
    },
    problems: [
      {
        object: runKey.replace('22/', '21/'),
        problem: /^names credential-reports.*, which is not in the folder$/,
      },
      { object: runKey, problem: /^names user-facts.*, which is not in the folder$/ },
    ],
  },
  {
    name: 'facts of another account, and such as no record names',
    objects: {
      [reportKey]: report,
      [factsKey.replace('07', '08')]: facts,
      'user-facts/x.jsonl': facts,
      [runKey]: record({ facts: told({ key: factsKey.replace('07', '08') }) }),
    },
    problems: [
      { object: runKey, problem: /^names user-facts.*, facts of another account or day$/ },
      { object: factsKey.replace('07', '08'), problem: /^is named by no run record/ },
      { object: 'user-facts/x.jsonl', problem: /^is not named as the facts of an account/ },
    ],
  },
  {
    name: 'a failed run that stored nothing',
    objects: { [runKey]: record({ status: 'failed', key: null, bytes: null, sha256: null }) },
    problems: [],
  },
  {
    name: 'one byte changed',
    objects: { [reportKey]: report.replace('root', 'rook'), [runKey]: record() },
    problems: [{ object: runKey, problem: /^says sha256 [0-9a-f]{64}, the stored report has [0-9a-f]{64}$/ }],
  },
  {
    name: 'a byte too many',
    objects: { [reportKey]: `${report}\n`, [runKey]: record() },
    problems: [{ object: runKey, problem: /^says 54 bytes, the stored report has 55$/ }],
  },
  {
    name: 'the report gone',
    objects: { [runKey]: record() },
    problems: [{ object: runKey, problem: /^names credential-reports.*, which is not in the folder$/ }],
  },
  {
    name: 'a report without a run record',
    objects: { [reportKey]: report },
    problems: [{ object: reportKey, problem: /^is named by no run record/ }],
  },
  {
    name: 'a second report after a rename',
    objects: {
      [reportKey]: report,
      'credential-reports/2026/11/22/100000000007-Renamed.csv': report,
      [runKey]: record(),
    },
    problems: [
      {
        object: 'credential-reports/2026/11/22/100000000007-Renamed.csv',
        problem: /^is named by no run record/,
      },
    ],
  },
  {
    name: "a record that speaks of another account's report",
    objects: {
      [reportKey]: report,
      'collection-runs/2026/11/22/100000000008.json': record(),
      [runKey]: record(),
    },
    problems: [
      {
        object: 'collection-runs/2026/11/22/100000000008.json',
        problem: /a report of another account or day$/,
      },
    ],
  },
  {
    name: 'a record that points out of the folder',
    objects: { [runKey]: record({ key: '../../../../../../etc/hostname' }) },
    problems: [{ object: runKey, problem: /^names \.\..*, which is not in the folder$/ }],
  },
  {
    name: 'a record that is half a JSON object',
    objects: { [reportKey]: report, [runKey]: record().slice(0, 40) },
    problems: [
      { object: runKey, problem: /^is not a JSON object/ },
      { object: reportKey, problem: /^is named by no run record/ },
    ],
  },
  {
    name: 'a record without a status',
    objects: { [runKey]: '{}' },
    problems: [{ object: runKey, problem: /^says neither failed nor which report it collected$/ }],
  },
  {
    name: "a record that names another day's report of the same account",
    objects: {
      [reportKey.replace('22', '21')]: report,
      [runKey]: record({ key: reportKey.replace('22', '21') }),
    },
    problems: [
      { object: runKey, problem: /^names \S+\/21\/\S+, a report of another account or day$/ },
      { object: reportKey.replace('22', '21'), problem: /^is named by no run record/ },
    ],
  },
  ...[
    ['null', null],
    ['nothing', undefined],
    ['one that agrees in eight digits only', `${collected.sha256.slice(0, 8)}${'0'.repeat(56)}`],
    ['its first eight digits', collected.sha256.slice(0, 8)],
    ['capital letters', collected.sha256.toUpperCase()],
  ].map(([name, sha256]) => ({
    name: `a record whose sha256 is ${name}`,
    objects: { [reportKey]: report, [runKey]: record({ sha256 }) },
    problems: [
      {
        object: runKey,
        problem: new RegExp(`^says sha256 ${sha256}, the stored report has ${collected.sha256}$`),
      },
    ],
  })),
  {
    name: 'what tools leave behind, which no query finds either',
    objects: {
      [reportKey]: report,
      [runKey]: record(),
      'credential-reports/.DS_Store': 'x',
      'credential-reports/2026/11/22/.DS_Store': 'x',
      'credential-reports/2026/11/22/_SUCCESS': '',
      'credential-reports/2026/11/22_$folder$': '',
      'collection-runs/_temporary/100000000007.json': record(),
    },
    problems: [],
  },
  {
    name: 'objects under a day that is none or to come',
    objects: {
      [reportKey]: report,
      [runKey]: record(),
      'credential-reports/2026/13/45/100000000007-Sandbox=201.csv': report,
      'collection-runs/9999/12/31/100000000007.json': record(),
    },
    problems: [
      {
        object: 'collection-runs/9999/12/31/100000000007.json',
        problem: /^is not named .* a day up to today$/,
      },
      {
        object: 'credential-reports/2026/13/45/100000000007-Sandbox=201.csv',
        problem: /^is not named .* a day up to today$/,
      },
    ],
  },
  {
    name: 'objects that are named as nothing known',
    objects: {
      [reportKey]: report,
      [runKey]: record(),
      'credential-reports/2026/11/22/deeper/100000000007-x.csv': report,
      'collection-runs/2026/11/22/deeper/100000000007.json': record(),
    },
    problems: [
      {
        object: 'collection-runs/2026/11/22/deeper/100000000007.json',
        problem: /^is not named as a run record/,
      },
      {
        object: 'credential-reports/2026/11/22/deeper/100000000007-x.csv',
        problem: /^is not named as a report/,
      },
    ],
  },
];

describe('verify', () => {
  test.each(cases)('$name', async ({ objects, problems }) => {
    const { code, out, err } = await runCommand(['verify', '--data', bucket(objects), '--format', 'json']);
    expect(JSON.parse(out)).toEqual(
      problems.map(({ object, problem }) => ({ object, problem: expect.stringMatching(problem) as unknown })),
    );
    expect(code).toBe(problems.length > 0 ? 2 : 0);
    expect(err).toContain(`${problems.length} problems`);
  });

  test('looks only at the days asked for', async () => {
    const old = 'credential-reports/2026/11/01/100000000007-Sandbox=201.csv';
    const data = bucket({ [old]: report, [reportKey]: report, [runKey]: record() });
    const checked = async (...options: string[]) =>
      (await runCommand(['verify', '--data', data, ...options])).code;
    expect(await checked()).toBe(2);
    expect(await checked('--days', '1')).toBe(0);
    expect(await checked('--days', '2')).toBe(0);
    expect(await checked('--days', '22')).toBe(2);
    expect(await checked('--from', '2026-11-02')).toBe(0);
    expect(await checked('--to', '2026-11-01')).toBe(2);
    const toCome = bucket({
      [old]: report,
      [reportKey]: report,
      [runKey]: record(),
      'accounts/9999/12/31/accounts.jsonl': '{}\n',
    });
    expect((await runCommand(['verify', '--data', toCome, '--days', '2'])).code).toBe(0);
  });

  test('an object out of place is a problem whatever days are asked for', async () => {
    const stray = 'credential-reports/2026/11/22/deeper/100000000007-x.csv';
    const data = bucket({ [reportKey]: report, [runKey]: record(), [stray]: report });
    expect((await runCommand(['verify', '--data', data, '--days', '1'])).out).toContain(stray);
  });

  test('a folder that is not there, or holds nothing of these days, is an error', async () => {
    const missing = await runCommand(['verify', '--data', '/nowhere/at-all']);
    expect(missing).toMatchObject({ code: 1, err: 'error: there is no folder /nowhere/at-all\n' });
    const outside = await runCommand([
      'verify',
      '--data',
      bucket({ [runKey]: record() }),
      '--from',
      '2026-12-01',
    ]);
    expect(outside.code).toBe(1);
    expect(outside.err).toMatch(/^error: no day from 2026-12-01 .* 1 days, 2026-11-22 to 2026-11-22\n$/);
    const nothing = await runCommand(['verify', '--data', bucket({ 'notes.txt': 'nothing here' })]);
    expect(nothing.code).toBe(1);
    expect(nothing.err).toMatch(/^error: nothing to verify: .* holds neither run records nor reports\n$/);
  });
});
