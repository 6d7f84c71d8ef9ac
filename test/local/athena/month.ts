import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { longAfter, report, storedObjects } from './stored-objects';

/** A folder with a report on each of thirty days. */
export function openMonth(): Promise<LocalAthena> {
  const days = Array.from({ length: 30 }, (_, i) => `2026/11/${String(i + 1).padStart(2, '0')}`);
  const body = report('100000000001', { user: 'anna' }, { user: "it's (odd) AND" });
  const objects = days.map((day) => [`credential-reports/${day}/100000000001-Data.csv`, body] as const);
  return openLocalAthena({ dataFolder: storedObjects(Object.fromEntries(objects)), now: longAfter });
}

type Rows = readonly (readonly unknown[])[];

/** The rows of a view that each condition leaves: of the days opened for it, and of all days, where nothing passes a LIMIT. */
export async function rowsByDays(
  athena: LocalAthena,
  view: string,
  conditions: readonly string[],
): Promise<readonly { readonly condition: string; readonly opened: Rows; readonly all: Rows }[]> {
  const flags = conditions.map((condition, place) => `coalesce(${condition}, false) AS keeps_${place}`);
  const { rows } = await athena.query(
    `SELECT *, ${flags.join()} FROM (SELECT * FROM ${view} LIMIT 1000000000) AS kept ORDER BY ALL`,
  );
  const left = conditions.map((condition, place) => {
    const keeps = rows.filter((row) => row.at(place - conditions.length) === true);
    return { condition, all: keeps.map((row) => row.slice(0, -conditions.length)) };
  });
  const compared = [];
  for (const { condition, all } of left) {
    const opened = await athena.query(`SELECT * FROM ${view} WHERE ${condition} ORDER BY ALL`);
    compared.push({ condition, opened: opened.rows, all });
  }
  return compared;
}
