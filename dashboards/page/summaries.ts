import { changeDays } from '../questions/changes-by-day';
import { coverageDays } from '../questions/coverage-by-day';
import type { PageData } from '../page-data';
import type { Chart } from '../question';
import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { comparedRows } from './headline';
import { sinceWords } from './words';

/** What each picture says, in one sentence. */

export function trendSummary({ consoleUsers: { rows }, asOf }: PageData): string {
  const { today, before } = comparedRows(rows, asOf);
  if (today === undefined) return 'No report of these days.';
  const counts = `${counted(today.accounts, 'account')} counted`;
  if (before === undefined) return `${counts}; there is no earlier day to compare with.`;
  const change = (name: 'console_users' | 'active_keys') =>
    `${readableNumber(before[name])} to ${readableNumber(today[name])}`;
  const joined = today.accounts - before.accounts;
  return (
    `Console users ${change('console_users')}, active keys ${change('active_keys')} ${sinceWords(before.day, asOf)}; ` +
    `${counts}${joined > 0 ? `, ${readableNumber(joined)} of them since then` : ''}.`
  );
}

export function keyAgeSummary({ keyAge: { rows } }: PageData): string {
  const old = rows.reduce((sum, { to_rotate }) => sum + to_rotate, 0);
  const all = rows.reduce((sum, { in_time, to_rotate }) => sum + in_time + to_rotate, 0);
  return `${readableNumber(old)} of ${counted(all, 'active key')} ${old === 1 ? 'is' : 'are'} older than 90 days.`;
}

export function findingsSummary({ findingsByAccount: { asked, rows } }: PageData): string {
  if (rows.length === 0) return 'No finding above info is open.';
  return `${counted(rows.length, 'account')} with findings above info${firstShown(asked.chart, rows.length)}.`;
}

export function usersSummary({ usersByAccount: { asked, rows } }: PageData): string {
  const withConsole = rows.filter(({ console_users }) => console_users > 0).length;
  return (
    `${readableNumber(withConsole)} of ${counted(rows.length, 'account')} still have console users` +
    `${firstShown(asked.chart, rows.length)}.`
  );
}

export function coverageSummary({ coverageByDay: { rows } }: PageData): string {
  const gaps = rows.filter(({ failed, missing }) => failed + missing > 0).length;
  const unlisted = rows.filter(({ without_list }) => without_list > 0).length;
  if (unlisted > 0) {
    return `On ${readableNumber(unlisted)} of ${counted(rows.length, 'day')} no list of accounts tells who is silent.`;
  }
  const unread = rows.at(-1)?.facts_not_read ?? 0;
  return (
    (gaps === 0
      ? `Every expected account reported on each of the last ${counted(coverageDays, 'day')} that are known.`
      : `On ${readableNumber(gaps)} of ${counted(rows.length, 'day')} some account was silent.`) +
    (unread === 0 ? '' : ` Of ${counted(unread, 'account')} not all facts beside the report could be read.`)
  );
}

export function changesSummary({ changesByDay: { rows } }: PageData): string {
  const sum = (name: 'added' | 'removed' | 'renewed' | 'alarming') =>
    rows.reduce((all, row) => all + row[name], 0);
  return (
    `In the last ${counted(changeDays, 'day')}: ${readableNumber(sum('removed'))} removed, ${readableNumber(sum('renewed'))} renewed, ` +
    `${readableNumber(sum('added'))} added, ${readableNumber(sum('alarming'))} alarming.`
  );
}

function firstShown(chart: Chart, all: number): string {
  return chart.kind === 'bars' && all > chart.most ? `; the first ${chart.most} are drawn` : '';
}
