import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFiles, viewFiles } from '../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena, type QueryResult } from '../../local/athena';
import { longAfter, recordedReport, storedObjects } from '../local/athena/stored-objects';

const page = readFileSync(join(__dirname, '../../docs/data-dictionary.md'), 'utf8');
const described = new Map(
  page
    .split('\n### ')
    .slice(1)
    .map((section) => {
      const rows = [...section.matchAll(/^\| (\w+) +\| (\S+) +\| \S/gm)].slice(1);
      return [
        section.slice(0, section.indexOf('\n')),
        rows.map(([, name, type]) => `${name} ${type}`),
      ] as const;
    }),
);

/** Types as Athena names them. */
const athenaTypes: Readonly<Record<string, string>> = { HUGEINT: 'bigint', 'VARCHAR[]': 'array(varchar)' };

let athena: LocalAthena;
beforeAll(async () => {
  const key = 'credential-reports/2026/09/11/123456789012-Sandbox.csv';
  athena = await openLocalAthena({
    dataFolder: storedObjects({ [key]: recordedReport('live-2026-09-11') }),
    now: longAfter,
  });
});
afterAll(() => athena.close());

const answers = new Map<string, Promise<QueryResult>>();
/** Everything that a table or view answers; asked once, since most of the time goes with planning. */
function answerOf(name: string): Promise<QueryResult> {
  const answer = answers.get(name) ?? athena.query(`SELECT * FROM ${name}`);
  answers.set(name, answer);
  return answer;
}

const names = [...tableFiles(), ...viewFiles()].map(({ name }) => name);

test.each(names)('%s answers the columns that the data dictionary describes', async (name) => {
  const { columns } = await answerOf(name);
  const real = columns.filter((column) => column.name !== '$path');
  // Each engine calls a column without a name otherwise.
  for (const column of real) expect(column.name).toMatch(/^[a-z][a-z0-9_]*$/);
  expect(described.get(name)).toEqual(
    real.map((column) => `${column.name} ${athenaTypes[column.type] ?? column.type.toLowerCase()}`),
  );
});

test('the data dictionary describes nothing else', () => {
  expect([...described.keys()].sort()).toEqual([...names].sort());
});

/**
 * How often a view scans the lists of accounts: eight of them may count for a day, and each branch reads another; one more
 * scan tells who left, and one where accounts are today.
 */
const listScans: Readonly<Record<string, number>> = {
  z_listed_account: 8,
  z_coverage_source: 8,
  coverage: 8,
  recent_coverage: 8,
  latest_coverage: 9,
  latest_key_triage: 2,
  z_latest_finding: 2,
  latest_finding: 2,
  latest_credential: 2,
  user_credential_event: 2,
  control_result: 8,
  latest_control_result: 10,
  latest_benchmark_result: 10,
};

/**
 * What fails, who is silent and since when something fails have one view each: what tells two of them reads reports and lists for
 * each. Who is silent is told without the facts.
 */
const readTwice: Readonly<Record<string, RegExp>> = {
  control_result: /^(?:credential_report|collection_run_line|control_setting)/,
  latest_control_result: /^(?:credential_report|collection_run_line|control_setting)/,
  latest_benchmark_result: /^(?:credential_report|collection_run_line|control_setting)/,
  latest_finding: /^(?:credential_report|collection_run_line|control_setting|user_fact_line|exception)/,
};

test.each(viewFiles().map(({ name }) => name))(
  '%s scans no table twice, but for lists of accounts and what tells who is silent',
  async (name) => {
    for (const where of await scopesOf(name)) {
      for (const { table, scans } of await athena.scans(`SELECT * FROM ${name} ${where}`))
        expect({ where, table, scans }).toEqual({
          where,
          table,
          scans: scansOf(name, table),
        });
    }
  },
);

function scansOf(view: string, table: string): number {
  if (table.startsWith('account_line')) return listScans[view] ?? 1;
  return readTwice[view]?.test(table) ? 2 : 1;
}

/** A view with scopes has the same rows in each of them, and is asked for one. */
async function scopesOf(view: string): Promise<readonly string[]> {
  const { columns, rows } = await answerOf(view);
  const place = columns.findIndex(({ name }) => name === 'scope');
  if (place === -1) return [''];
  return [...new Set(rows.map((row) => `WHERE scope = '${String(row[place])}'`))];
}
