import { date, defineQuestion, integer, nullable } from '../question';
import sql from '../queries/functions/digest_coverage.sql';

/** How complete today's reports are, in one row. */
export const digestCoverage = defineQuestion('digest_coverage', sql, {
  report_date: date(),
  expected: integer(),
  collected: integer(),
  failed: integer(),
  missing: integer(),
  pending: integer(),
  unexpected: integer(),
  silent_before: integer(),
  newly_silent: integer(),
  unreadable_rows: integer(),
  list_age_days: nullable(integer()),
  /** Accounts of whose facts beside the report a call failed. */
  facts_not_read: integer(),
});
