import { date, defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** The page shows so many of the accounts with most gaps. */
export const mostAccountsWithGaps = 100;

/** Every day of every account that failed or was missing on one of them, the worst account first. */
export const coverageGaps = defineQuestion('coverage_gaps', dashboardQuery('coverage_gaps'), {
  day: date('Day'),
  account_id: text('Account id'),
  account_name: text('Account'),
  status: text('Status'),
  reason: text('Reason'),
  since: nullable(date('Silent since')),
  gaps: integer('Days without a report'),
});
