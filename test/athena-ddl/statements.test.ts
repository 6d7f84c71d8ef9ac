import { reportColumns, unknownInHeader } from '../../lambda/report/columns';
import { historyPrefix } from '../../lambda/report/history-key';
import { historyColumns, historySources } from '../../lambda/report/history-source';
import { prefixes } from '../../lambda/report/object-key';
import {
  commandQueries,
  dashboardQueries,
  functionQueries,
  savedQueries,
  tableFiles,
  trailQueries,
  trailTable,
  trailViews,
  viewFiles,
} from '../../athena-ddl/sql-files';
import { parseTable } from '../../local/athena/table-definition';
import { syntaxErrors } from './grammar';

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

test.each(
  [...savedQueries(), ...functionQueries(), ...dashboardQueries(), ...commandQueries()].map(
    (query) => [query.name, query] as const,
  ),
)('query %s is a statement Trino parses, and says what it answers', async (_name, query) => {
  expect(await syntaxErrors('trino', query.text)).toEqual([]);
  expect(query.description).toMatch(/^[A-Z].*\.$/);
});

test.each(trailQueries().map((query) => [query.name, query] as const))(
  'query %s of a trail parses, says what, and names one account and days',
  async (_name, { text, description }) => {
    expect(await syntaxErrors('trino', text)).toEqual([]);
    expect(description).toMatch(/^[A-Z].*; put in the account\b.*\.$/);
    expect(text).toContain("WHERE account_id = '100000000005'\n");
    expect(text).toMatch(/\bAND dt > date_format\(current_date - interval '90' day, /);
  },
);

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
