import { dataSetQueries } from '../sql/data-set-queries';
import { functionQueries, savedQueries, viewFiles } from '../../../athena-ddl/sql-files';

/** A question whose requests are counted. */
export interface CountedQuestion {
  readonly name: string;
  /** @param today ISO day */
  readonly sql: (today: string) => string;
}

/** Every answer of one day, of the last 30 days, and those that look back by themselves whole; every query, and every dataset of QuickSight. */
export function countedQuestions(): readonly CountedQuestion[] {
  const names = viewFiles()
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('z_') && name !== 'control');
  const bounded = names.filter((name) => /^(latest|recent|left)_/.test(name));
  const byDay = names.filter((name) => !bounded.includes(name));
  const of = (view: string, when: string, where: (today: string) => string): CountedQuestion => ({
    name: `${view}, ${when}`,
    sql: (today) => `SELECT * FROM ${view} WHERE ${where(today)}`,
  });
  return [
    ...byDay.map((view) => of(view, 'one day', (today) => `dt = '${path(today)}'`)),
    ...byDay.map((view) => of(view, '30 days', (today) => `dt > '${path(daysBefore(today, 30))}'`)),
    ...bounded.map((view) => ({ name: view, sql: () => `SELECT * FROM ${view}` })),
    ...[...savedQueries(), ...functionQueries()].map(({ name, text }) => ({
      name: `query ${name}`,
      sql: () => text,
    })),
    ...dataSetQueries().map(({ name, text }) => ({ name, sql: () => text })),
  ];
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function path(day: string): string {
  return day.replaceAll('-', '/');
}
