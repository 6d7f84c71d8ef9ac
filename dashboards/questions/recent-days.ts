/** Days that the newest report of an account counts as its latest, as in the `latest_*` views. */
export const latestDays = 7;

/**
 * A filter on the partition column for the last `days` days and today, in words that Athena and DuckDB share. Without
 * it Athena would list every day of the retention.
 */
export function recentDays(days: number): string {
  return `dt >= replace(cast(cast(current_date - INTERVAL '${days}' DAY AS date) AS varchar), '-', '/')`;
}
