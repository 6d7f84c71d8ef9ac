import { rmSync } from 'node:fs';
import { reportDatabase, reportWorkGroup } from '../../cli/athena/work-group-name';
import { databaseName, workGroupName } from '../../lib/config/names';
import { reportKey } from '../../lambda/report/object-key';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { startOrganization, type EmbeddedOrganization } from '../../local/organization';
import type { AthenaQuery, PlantedOutcome } from '../../local/organization/athena/athena-props';
import { athenaService } from '../../local/organization/athena/service';
import { longAfter, report } from '../local/athena/stored-objects';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const account = '100000000007';
let data: string;
let local: LocalAthena;
let types: Readonly<Record<string, string>> = {};
let outcome: PlantedOutcome | undefined;
let server: EmbeddedOrganization;
const asked: AthenaQuery[] = [];

/** As Athena answers: every value as text, timestamps with milliseconds, and types by its own names. */
async function answerText(query: AthenaQuery) {
  asked.push(query);
  if (query.sql === 'SHOW VIEWS') return { columns: ['views'], rows: [['finding'], ['control']] };
  const { columns, rows } = await local.query(query.sql);
  types = Object.fromEntries(columns.map(({ name, type }) => [name, type.toLowerCase()]));
  const textOf = (value: unknown, type = '') => {
    if (value === null) return null;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return type === 'TIMESTAMP' ? `${text}.000` : text;
  };
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => row.map((value, index) => textOf(value, columns[index]?.type))),
  };
}

beforeAll(async () => {
  const user = { user: '=bot', password_enabled: 'true', password_last_used: '2026-11-20T10:00:00Z' };
  data = writeBucket({ [reportKey(new Date('2026-11-22'), account, 'Web')]: report(account, user) });
  local = await openLocalAthena({ dataFolder: data, now: longAfter });
  const start = '2021-05-01T10:00:00Z';
  server = await startOrganization({
    organization: {
      id: 'o-exampleorg1',
      managementAccountId: account,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: [{ id: account, name: 'Web', email: 'a@example.com', joinedAt: start, parentId: 'r-root' }],
    },
    buckets: [],
    now: () => new Date(),
    services: [
      athenaService({
        execute: () => Promise.resolve(),
        outcome: () => outcome,
        results: answerText,
        scannedBytes: 12_345_678,
        typeOf: (column) => types[column] ?? 'varchar',
        durations: { queued: 0, running: 0 },
      }),
    ],
  });
  Object.assign(process.env, server.environment(account), ownMachineHidden);
});
beforeEach(() => {
  asked.length = 0;
  outcome = undefined;
});
afterAll(async () => {
  await server.close();
  local.close();
  rmSync(data, { recursive: true });
});

const run = (...words: string[]) => runCommand(['query', ...words], { sleep: () => Promise.resolve() });
const typed =
  'SELECT user_name, is_root, password_last_used_at, report_date, mfa_active, 3 AS n FROM user_credential';

test.each(['table', 'vertical', 'csv', 'json'])(
  'the workgroup answers as the folder does: %s',
  async (format) => {
    const ofFolder = await run(typed, '--format', format, '--data', data);
    const ofAthena = await run(typed, '--format', format, '--athena');
    expect(ofAthena.out).toBe(ofFolder.out);
    expect(ofAthena).toMatchObject({ code: 0, err: 'Athena read 12.3 MB in 1.5 s: about $0.00006\n' });
    expect(asked).toEqual([
      { sql: typed, workGroup: 'credential-report', database: 'credential_report', accountId: account },
    ]);
  },
);

test('named queries are asked of any workgroup, and statements that are no SELECT have no header', async () => {
  const named = await run('--named', 'console_users_by_account', '--athena', 'analysts', '--format', 'json');
  expect(JSON.parse(named.out)).toHaveLength(1);
  expect(asked[0]?.workGroup).toBe('analysts');
  const views = await run('SHOW VIEWS', '--athena', '--format', 'json');
  expect(JSON.parse(views.out)).toEqual([{ views: 'finding' }, { views: 'control' }]);
});

test('the workgroup answers standard input', async () => {
  const input = () => Promise.resolve('SELECT 3 AS n;\n');
  const piped = await runCommand(['query', '--athena', '--format', 'csv'], {
    input,
    sleep: () => Promise.resolve(),
  });
  expect(piped).toMatchObject({ code: 0, out: 'n\n3\n' });
  expect((await run('--athena')).err).toMatch(/^error: ask one question: .* or standard input\n$/);
});

test("Athena's own message comes through", async () => {
  outcome = { state: 'FAILED', reason: 'COLUMN_NOT_FOUND: Column x cannot be resolved' };
  expect(await run('SELECT x FROM finding', '--athena')).toMatchObject({
    code: 1,
    out: '',
    err: 'error: cannot ask the workgroup credential-report: COLUMN_NOT_FOUND: Column x cannot be resolved (in: SELECT x FROM finding)\n',
  });
});

test.each([
  {
    words: ['--athena', 'SELECT 1'],
    said: 'It must be the name of a workgroup; SQL stands before the option.',
  },
  { words: ['SELECT 1', '--athena', '--data', 'x'], said: "cannot be used with option '--data <folder>'" },
  { words: ['SELECT 1', '--athena', '--days', '3'], said: "cannot be used with option '--days <n>'" },
  { words: ['SELECT 1'], said: 'or --athena for the deployed workgroup' },
])('$words is refused in words', async ({ words, said }) => {
  const { code, err } = await run(...words);
  expect(code).toBe(1);
  expect(err).toContain(said);
});

test('a folder in the environment does not stand in the way', async () => {
  const { code } = await runCommand(['query', typed, '--athena'], {
    environment: { CREDENTIAL_REPORT_DATA: '/nowhere' },
    sleep: () => Promise.resolve(),
  });
  expect(code).toBe(0);
});

test('workgroup and database are those that the stack makes', () => {
  expect([reportWorkGroup, reportDatabase]).toEqual([workGroupName, databaseName]);
});
