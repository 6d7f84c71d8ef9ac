import type { LocalAthena } from '../../local/athena';

type Rows = readonly (readonly unknown[])[];

export const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** What credential_change says of the last 30 days, and what recent_credential_change says: the same, by other windows. */
export async function recentChanges(athena: LocalAthena): Promise<{ all: Rows; recent: Rows }> {
  const columns = "change, date_diff('day', previous_report_date, report_date) AS days, *";
  const since = dayBefore(athena.asOf, 30).replaceAll('-', '/');
  const all = await athena.query(
    `SELECT ${columns} FROM credential_change WHERE dt > '${since}' ORDER BY ALL`,
  );
  const recent = await athena.query(`SELECT ${columns} FROM recent_credential_change ORDER BY ALL`);
  return { all: all.rows, recent: recent.rows };
}
