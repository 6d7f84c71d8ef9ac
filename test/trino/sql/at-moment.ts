/** What `current_date` and `now()` are for a statement. */
export interface Moment {
  /** ISO day. */
  readonly today: string;
  /** UTC, `2026-11-22 12:00:00`. */
  readonly now: string;
}

/** The statement as it would read at another moment: nothing but `current_date` and `now()` is replaced in its text. */
export function atMoment(sql: string, moment: Moment): string {
  return sql
    .replaceAll(/\bcurrent_date\b/gi, `DATE '${moment.today}'`)
    .replaceAll(/\bnow\(\)/gi, `TIMESTAMP '${moment.now} UTC'`);
}
