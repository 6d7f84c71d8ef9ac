import { reportColumns, unknownInHeader } from '../../lambda/report/columns';
import { historyPrefix } from '../../lambda/report/history-key';
import { historyColumns, historySources } from '../../lambda/report/history-source';
import { prefixes } from '../../lambda/report/object-key';
import {
  dashboardQueries,
  functionQueries,
  savedQueries,
  tableFiles,
  trailTable,
  trailViews,
  viewFiles,
} from '../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { parseTable } from '../../local/athena/table-definition';
import { longAfter, recordedReport, storedObjects } from '../local/athena/stored-objects';
import { syntaxErrors } from './grammar';

const day = '2026/11/22';
let athena: LocalAthena;
beforeAll(async () => {
  const dataFolder = storedObjects({
    [`credential-reports/${day}/123456789012-Sandbox.csv`]: recordedReport('live-2026-09-11'),
  });
  athena = await openLocalAthena({ dataFolder, now: longAfter });
});
afterAll(() => athena.close());

test.each(tableFiles().map((file) => [file.name, file] as const))(
  'table %s is a statement Hive parses',
  async (name, file) => {
    expect(await syntaxErrors('hive', file.text)).toEqual([]);
    expect(parseTable(file.text, file.path).name).toBe(name);
  },
);

test('the table over a trail is a statement Hive parses, and asks for one account', async () => {
  const { name, text } = trailTable();
  expect(await syntaxErrors('hive', text)).toEqual([]);
  expect(text).toMatch(new RegExp(`^CREATE EXTERNAL TABLE ${name} \\(`));
  expect(text).toContain(`'projection.account.type' = 'injected'`);
});

test.each([...viewFiles(), ...trailViews()].map((file) => [file.name, file] as const))(
  'view %s is a statement Trino parses',
  async (name, file) => {
    expect(await syntaxErrors('trino', file.text)).toEqual([]);
    expect(file.text).toMatch(new RegExp(`^(--.*\\n)+CREATE OR REPLACE VIEW ${name} AS$`, 'm'));
  },
);

/** Each engine calls a column without a name otherwise. */
const unnamed = async (sql: string) => {
  const { columns } = await athena.query(sql);
  expect(columns.length).toBeGreaterThan(1);
  return columns.map(({ name }) => name).filter((name) => !/^[a-z][a-z0-9_]*$/.test(name));
};

test.each(viewFiles().map(({ name }) => name))('view %s answers, and names its columns', async (name) => {
  expect(await unnamed(`SELECT * FROM ${name}`)).toEqual([]);
});

test.each(
  [...savedQueries(), ...functionQueries(), ...dashboardQueries()].map(
    (query) => [query.name, query] as const,
  ),
)('query %s parses, answers, names its columns and says what', async (_name, query) => {
  expect(await syntaxErrors('trino', query.text)).toEqual([]);
  expect(query.description).toMatch(/^[A-Z].*\.$/);
  expect(await unnamed(query.text)).toEqual([]);
});

test('the grammar refuses what is wrong', async () => {
  expect(await syntaxErrors('trino', 'SELECT a FROM b WHERE')).not.toEqual([]);
  expect(
    await syntaxErrors('hive', 'CREATE EXTERNAL TABLE t (a string) PARTITIONED (dt string)'),
  ).not.toEqual([]);
});

test('the report table has the columns that the collector checks, in their order', () => {
  const file = tableFiles().find(({ name }) => name === 'credential_report');
  const { columns } = parseTable(file?.text ?? '', 'credential_report');
  expect(columns).toEqual(reportColumns);
  expect(unknownInHeader(columns)).toEqual([]);
  expect(unknownInHeader(columns.slice(0, -1))).toEqual([]);
});

test.each(historySources.map((source) => [source.name, source] as const))(
  'the table over the history of %s has the columns that its file has, in their order',
  (name, source) => {
    const tables = tableFiles().map(({ path, text }) => parseTable(text, path));
    const table = tables.find(({ prefix }) => prefix === historyPrefix(name));
    expect(table?.format).toBe('parquet');
    expect(table?.columns).toEqual(historyColumns(source));
  },
);

test('tables lie where the collector writes, and only their two placeholders are left to fill in', () => {
  const tables = tableFiles().map(({ path, text }) => parseTable(text, path));
  expect(Object.fromEntries(tables.map(({ name, prefix }) => [name, prefix]))).toEqual({
    credential_report: prefixes.reports,
    collection_run_line: prefixes.runs,
    user_fact_line: prefixes.facts,
    account_line: prefixes.accounts,
    credential_report_history: 'history/credential-reports',
    collection_run_line_history: 'history/collection-runs',
    account_line_history: 'history/accounts',
    user_fact_line_history: 'history/user-facts',
    credential_event_line: prefixes.events,
    exception: prefixes.exceptions,
    control_setting: prefixes.controls,
  });
  for (const { text } of tableFiles()) {
    const location = /^LOCATION '(.*)'$/m.exec(text)?.[1] ?? '';
    const template = /'storage\.location\.template' = '(.*)'/.exec(text)?.[1];
    if (template !== undefined) expect(template).toBe(`${location}\${dt}/`);
    const placeholders = text.replace('${dt}', '').match(/\$\{\w+\}/g) ?? [];
    expect(['${bucket}', '${retentionDays}']).toEqual(expect.arrayContaining(placeholders));
  }
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
  latest_finding: 2,
  latest_credential: 2,
  user_credential_event: 2,
  control_result: 8,
  latest_control_result: 10,
  latest_benchmark_result: 10,
};

/** What fails and who is silent have one view each: what tells both reads the reports of its days for each of them. */
const readTwice: readonly string[] = ['control_result', 'latest_control_result', 'latest_benchmark_result'];

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
  return readTwice.includes(view) && /^(?:credential_report|collection_run_line)/.test(table) ? 2 : 1;
}

/** A view with scopes has the same rows in each of them, and is asked for one. */
async function scopesOf(view: string): Promise<readonly string[]> {
  const { columns } = await athena.query(`SELECT * FROM ${view} LIMIT 0`);
  if (!columns.some(({ name }) => name === 'scope')) return [''];
  const { rows } = await athena.query(`SELECT DISTINCT scope FROM ${view}`);
  return rows.map(([scope]) => `WHERE scope = '${String(scope)}'`);
}
