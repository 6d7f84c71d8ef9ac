import { type Columns, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';
import type { DrawnQuestion } from '../question';
import { changesByDay } from '../questions/changes-by-day';
import { consoleUsers } from '../questions/console-users';
import { coverageByDay } from '../questions/coverage-by-day';
import { keyAge } from '../questions/key-age';

const accountId = { account_id: text('Account id') };

/** A question of the page, asked of each account: QuickSight sums up what its reader may see and has chosen. */
function ofEachAccount(question: DrawnQuestion, query: string): DrawnQuestion {
  return { ...question, query, sql: dashboardQuery(query), columns: { ...accountId, ...question.columns } };
}

export const keyAgeOfAccounts = ofEachAccount(keyAge, 'key_age_by_account');
export const coverageOfAccounts = ofEachAccount(coverageByDay, 'coverage_by_account');
export const changesOfAccounts = ofEachAccount(changesByDay, 'changes_by_account');

/** The end of the trend's query, which sums up the accounts that count. */
const sums =
  /\nSELECT\n {2}day,\n {2}count\(\*\) AS accounts,[^]*?\nFROM counted\n(WHERE [^]*?)\nGROUP BY day\nORDER BY day\s*$/;

/**
 * The trend's rows before it sums them up: one of each account and day.
 * @param days how far back it goes
 * @throws Error when the query ends in another way
 */
export function trendOfAccounts(days: number): DrawnQuestion {
  const { sql, columns, ...question } = consoleUsers(days);
  const [, where] = sums.exec(sql) ?? [];
  if (where === undefined) throw new Error(`the query ${question.query} ends in no sum by day`);
  const { day, accounts, ...numbers } = columns;
  const ofAccounts: Columns = { ...accountId, day, accounts, ...numbers };
  const selected = ['account_id', 'day', '1 AS accounts', ...Object.keys(numbers)];
  return {
    ...question,
    sql: sql.replace(sums, `\nSELECT\n  ${selected.join(',\n  ')}\nFROM counted\n${where}`),
    columns: ofAccounts,
  };
}
