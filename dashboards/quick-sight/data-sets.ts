import { type Column, type Columns, type Question, text } from '../../athena-ddl/question';
import { openFindings } from '../listings/open-findings';
import { userList } from '../listings/user-list';
import type { DrawnQuestion } from '../question';
import { changesOfAccounts, coverageOfAccounts, keyAgeOfAccounts, trendOfAccounts } from './by-account';

/** How far back the trend goes, in days. */
export const trendDays = 90;

/** What QuickSight keeps in SPICE: each row is of one account, which rules and filters choose by `account_id` and `unit`. */
export interface DataSet extends Question {
  /** Part of ids in templates. */
  readonly id: string;
  readonly title: string;
}

const unknownUnit = '(not listed)';
const label = `CASE WHEN account_name = '' THEN account_id ELSE account_name || ' (' || account_id || ')' END`;
const days = `date_diff('day', try_cast(substr(since, 1, 10) AS date), current_date)`;

/** A finding of which no report is known to be without it may be older than any of them. */
const openFor = `CASE
    WHEN since LIKE '% or before' OR ${days} IS NULL THEN 'longer than is known'
    WHEN ${days} <= 7 THEN 'up to 7 days'
    WHEN ${days} <= 30 THEN '8 to 30 days'
    ELSE 'over 30 days'
  END`;

/** Each open finding: charts count them, and the second sheet lists them. */
export const findings = withColumns(
  { ...openFindings, id: 'all-open-findings', title: 'Open findings' },
  { account: [label, text('Account')], open_for: [openFor, text('Open for')] },
);

/** The root user's name in lists of users: no number of users counts it. */
export const rootUser = '<root_account>';

/** Each user of the newest reports, root among them. */
export const users = withColumns(
  { ...userList, id: 'user-list', title: 'Users' },
  { account: [label, text('Account')] },
);

/** Charts over days, and of keys: the page's, with a row for each account. */
export const drawnDataSets: Readonly<Record<'trend' | 'keyAge' | 'coverage' | 'changes', DrawnQuestion>> = {
  trend: withUnit(trendOfAccounts(trendDays)),
  keyAge: withUnit(keyAgeOfAccounts),
  coverage: withUnit(coverageOfAccounts),
  changes: withUnit(changesOfAccounts),
};

/** All of them. */
export const dataSets: readonly DataSet[] = [findings, users, ...Object.values(drawnDataSets)];

/** A list with columns more, each an expression over its own. */
function withColumns<const Own extends Columns, const More extends Columns, Rest extends object>(
  list: Rest & Question<Own>,
  more: { readonly [Name in keyof More]: readonly [expression: string, column: More[Name]] },
): Rest & Question<Own & More> {
  const added = Object.entries<readonly [string, Column]>(more);
  const selected = ['*', ...added.map(([name, [expression]]) => `${expression} AS ${name}`)];
  return {
    ...list,
    sql: `SELECT\n  ${selected.join(',\n  ')}\nFROM (\n${unordered(list.sql)}\n) AS listed`,
    columns: {
      ...list.columns,
      ...Object.fromEntries(added.map(([name, [, column]]) => [name, column])),
    } as Own & More,
  };
}

/** Rows of accounts with the unit in which each is today. */
function withUnit(question: DrawnQuestion): DrawnQuestion {
  const unit = `coalesce(nullif(p.ou_path, ''), '${unknownUnit}') AS unit`;
  const rows = `(\n${unordered(question.sql)}\n) AS r`;
  return {
    ...question,
    sql: `SELECT\n  r.*,\n  ${unit}\nFROM ${rows}\nLEFT JOIN z_account_place AS p ON p.account_id = r.account_id`,
    columns: { ...question.columns, unit: text('Organizational unit') },
  };
}

/** What stands inside of another statement needs no order. */
function unordered(sql: string): string {
  return sql.trimEnd().replace(/\nORDER BY [^\n]*$/, '');
}
