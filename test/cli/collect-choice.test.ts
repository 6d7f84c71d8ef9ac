import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountLine } from '../../lambda/accounts/account-line';
import { startOrganization, type EmbeddedOrganization } from '../../local/organization';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';

const management = '100000000001';
const unit = (id: string, name: string, parentId: string) => ({ id: `ou-root-${id}`, name, parentId });
const account = (id: number, name: string, parentId: string) => ({
  id: String(100000000000 + id),
  name,
  email: `aws+${id}@example.com`,
  joinedAt: '2021-05-01T10:00:00Z',
  parentId,
  roles: [
    {
      arn: `arn:aws:iam::${100000000000 + id}:role/OrganizationAccountAccessRole`,
      trusted: [management],
    },
  ],
});

let server: EmbeddedOrganization;
let folder: string;
const before = { ...process.env };
const now = () => new Date();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'choice-'));
  server = await startOrganization({
    organization: {
      id: 'o-anycompany1',
      managementAccountId: management,
      rootId: 'r-root',
      organizationalUnits: [
        unit('prod0000', 'Production', 'r-root'),
        unit('webshop0', 'Web', 'ou-root-prod0000'),
        unit('sandbox0', 'Sandbox', 'r-root'),
        unit('sandweb0', 'Web', 'ou-root-sandbox0'),
      ],
      accounts: [
        account(1, 'AnyCompany', 'r-root'),
        account(2, 'Payments', 'ou-root-prod0000'),
        account(3, 'Web Shop', 'ou-root-webshop0'),
        account(4, 'Trial', 'ou-root-sandweb0'),
        {
          ...account(5, 'Closing', 'ou-root-sandbox0'),
          states: [{ at: '2026-01-01T00:00:00Z', to: 'SUSPENDED' as const }],
        },
        { ...account(6, 'No role', 'ou-root-sandbox0'), roles: [] },
        { ...account(7, 'No role either', 'ou-root-sandbox0'), roles: [] },
      ],
    },
    buckets: [],
    now,
    reportDuration: 0,
  });
  Object.assign(process.env, server.environment(management), ownMachineHidden);
});
afterAll(async () => {
  process.env = before;
  await server.close();
  rmSync(folder, { recursive: true });
});

const collect = (out: string, ...words: string[]) =>
  runCommand(['collect', '--out', out, '--facts', 'none', ...words], {
    now,
    sleep: () => Promise.resolve(),
  });
const below = (out: string, prefix: string) => {
  const day = now().toISOString().slice(0, 10).replaceAll('-', '/');
  return join(out, prefix, day);
};
const reported = (out: string) =>
  readdirSync(below(out, 'credential-reports')).map((name) => Number(name.slice(9, 12)));
const listed = (out: string) =>
  readFileSync(join(below(out, 'accounts'), 'accounts.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AccountLine);
const expected = (out: string) =>
  listed(out)
    .filter((line) => line.expected)
    .map(({ account_id }) => Number(account_id.slice(9)));

describe('collect of a part of the organization', () => {
  test.each([
    { name: 'accounts', words: ['--accounts', '100000000002,100000000003'], ids: [2, 3] },
    {
      name: 'the option twice',
      words: ['--accounts', '100000000002', '--accounts', '100000000003'],
      ids: [2, 3],
    },
    { name: 'a unit with all below', words: ['--ou', 'Production'], ids: [2, 3] },
    { name: 'a path', words: ['--ou', 'Root/Sandbox/Web'], ids: [4] },
    { name: 'an id', words: ['--ou', 'ou-root-webshop0'], ids: [3] },
    {
      name: 'units and accounts',
      words: ['--ou', 'Root/Sandbox/Web', '--accounts', management],
      ids: [1, 4],
    },
    { name: 'all of a unit but one', words: ['--ou', 'Production', '--exclude', '100000000003'], ids: [2] },
    {
      name: 'all but some',
      words: ['--exclude', '100000000003,100000000006', '--exclude', '100000000007'],
      ids: [1, 2, 4],
    },
  ])('$name', async ({ name, words, ids }) => {
    const out = join(folder, name);
    const { code, err, out: table } = await collect(out, ...words);
    expect({ code, reported: reported(out), expected: expected(out) }).toEqual({
      code: 0,
      reported: ids,
      expected: ids,
    });
    expect(err).toContain(`${ids.length} of ${ids.length} accounts collected into ${out}\n`);
    expect(table).toContain(`\n${ids.length} ${ids.length === 1 ? 'row' : 'rows'}\n`);
  });

  test('leaves nobody silent: what was not asked is not expected, and says why', async () => {
    const out = join(folder, 'coverage');
    await collect(out, '--ou', 'Production', '--exclude', '100000000003');
    const { out: rows } = await runCommand(
      [
        'query',
        '--data',
        out,
        '--format',
        'csv',
        'SELECT account_id, status, reason FROM coverage ORDER BY 1',
      ],
      { now },
    );
    expect(rows.split('\n').slice(1, -1)).toEqual([
      '100000000001,not_expected,outside_ous',
      '100000000002,collected,',
      '100000000003,not_expected,excluded',
      '100000000004,not_expected,outside_ous',
      '100000000005,not_expected,not_active',
      '100000000006,not_expected,outside_ous',
      '100000000007,not_expected,outside_ous',
    ]);
  });

  test('adds to what earlier runs of the day were to collect', async () => {
    const out = join(folder, 'parts');
    await collect(out, '--accounts', '100000000002');
    await collect(out, '--ou', 'Root/Sandbox/Web');
    expect({ reported: reported(out), expected: expected(out) }).toEqual({
      reported: [2, 4],
      expected: [2, 4],
    });
  });

  test('a role that is nowhere is told once, with the accounts', async () => {
    const out = join(folder, 'roles');
    const { code, err, out: table } = await collect(out, '--ou', 'Root/Sandbox');
    expect(code).toBe(2);
    expect(err.match(/^failed in .*$/gm)).toEqual([
      expect.stringMatching(
        /^failed in 2 accounts: AccessDenied: .*:role\/OrganizationAccountAccessRole; is there a role OrganizationAccountAccessRole that trusts the caller\? --role-name names another: 100000000006 \(No role\), 100000000007 \(No role either\)$/,
      ),
    ]);
    expect(table).toMatch(/│ No role either │ failed +│ +│ AccessDenied │/);
    const { out: rows } = await collect(out, '--ou', 'Root/Sandbox', '--format', 'csv');
    expect(rows).toMatch(/^100000000007,No role either,failed,,AccessDenied: .*AssumeRole/m);
  });

  test('a dry run says who, through what and where, and calls Organizations alone', async () => {
    const out = join(folder, 'dry');
    const seen = server.requests.length;
    const {
      code,
      err,
      out: rows,
    } = await collect(
      out,
      '--dry-run',
      '--exclude',
      '100000000006,100000000007',
      '--role-name',
      'Audit',
      '--format',
      'csv',
    );
    const day = now().toISOString().slice(0, 10).replaceAll('-', '/');
    expect(rows.split('\n').slice(0, -1)).toEqual([
      'account_id,account_name,ou_path,through,report',
      expect.stringMatching(
        /^100000000001,AnyCompany,Root,"own credentials, arn:aws:.*",credential-reports\/.*/,
      ),
      `100000000002,Payments,Root/Production,arn:aws:iam::100000000002:role/Audit,credential-reports/${day}/100000000002-Payments.csv`,
      `100000000003,Web Shop,Root/Production/Web,arn:aws:iam::100000000003:role/Audit,credential-reports/${day}/100000000003-Web=20Shop.csv`,
      `100000000004,Trial,Root/Sandbox/Web,arn:aws:iam::100000000004:role/Audit,credential-reports/${day}/100000000004-Trial.csv`,
    ]);
    expect(err).toBe(
      `4 accounts would be collected into ${out}, 3 left out; beside each report user-facts/${day}/ACCOUNT.jsonl and ` +
        `collection-runs/${day}/ACCOUNT.json, and accounts/${day}/accounts.jsonl; nothing was written, and no role was assumed\n`,
    );
    expect({ code, written: existsSync(out) }).toEqual({ code: 0, written: false });
    const called = new Set(server.requests.slice(seen).map(({ action }) => action));
    called.delete('sts:GetCallerIdentity');
    expect([...called].every((action) => /^organizations:(List|Describe)/.test(action))).toBe(true);
    expect(called.size).toBeGreaterThan(2);
  });

  test.each([
    {
      words: ['--accounts', '999999999999'],
      err: /^error: --accounts: the organization has no account 999999999999; it has 100000000001, 100000000002,.*100000000007\n$/,
    },
    {
      words: ['--exclude', '999999999999'],
      err: /^error: --exclude: the organization has no account 999999999999;/,
    },
    { words: ['--accounts', '12'], err: /It must be an account id of 12 digits/ },
    { words: ['--accounts', '100000000002,'], err: /It must be words with a comma between them/ },
    {
      words: ['--accounts', '100000000005'],
      err: /^error: --accounts: account 100000000005 is SUSPENDED, so it cannot be collected\n$/,
    },
    {
      words: ['--ou', 'Prod'],
      err: /^error: --ou: no account lies in a unit Prod; allowed are Root, Root\/Production, Root\/Production\/Web, Root\/Sandbox, Root\/Sandbox\/Web, or their ids\n$/,
    },
    {
      words: ['--ou', 'Web'],
      err: /^error: --ou: several units are called Web: Root\/Production\/Web \(ou-root-webshop0\), Root\/Sandbox\/Web \(ou-root-sandweb0\); give the path or the id\n$/,
    },
    {
      words: ['--accounts', '100000000002', '--exclude', '100000000002'],
      err: /^error: no account is left to collect/,
    },
  ])('$words is refused, and nothing is written', async ({ words, err }) => {
    const out = join(folder, 'refused');
    const outcome = await collect(out, ...words);
    expect(outcome).toMatchObject({ code: 1, out: '' });
    expect(outcome.err).toMatch(err);
    expect(existsSync(out)).toBe(false);
  });
});
