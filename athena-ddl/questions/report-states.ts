import states from '../queries/commands/report_states.sql';
import { date, defineQuestion, integer, text, type RowOf } from '../question';

/** How the newest reports came, accounts that are alike together. */
export const reportStates = defineQuestion('report_states', states, {
  report_date: date(),
  status: text(),
  /** Empty where there is none. */
  reason: text(),
  /** Empty where no run record tells. */
  collector_version: text(),
  accounts: integer(),
  /** Three of them. */
  first_accounts: text(),
});

export type ReportState = RowOf<typeof reportStates>;
