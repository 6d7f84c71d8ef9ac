import runs from '../queries/commands/runs_of_today.sql';
import { defineQuestion, text, type RowOf } from '../question';

/** How today's run of each account ended. */
export const runsOfToday = defineQuestion('runs_of_today', runs, {
  account_id: text(),
  /** `collected` or `failed`. */
  status: text(),
  /** `YYYY-MM-DD hh:mm:ss` in UTC; empty where the record does not tell. */
  finished_at: text(),
  /** Empty of a run that did not fail. */
  error: text(),
});

export type RunOfToday = RowOf<typeof runsOfToday>;
