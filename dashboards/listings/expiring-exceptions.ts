import { date, defineQuestion, integer, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** Exceptions that expire within so many days are shown, as the view of them says, and those that have expired. */
export const expiringDays = 14;

export const expiringExceptions = defineQuestion(
  'expiring_exceptions',
  dashboardQuery('expiring_exceptions'),
  {
    account_id: text('Account'),
    user_name: text('User'),
    control: text('Control'),
    reason: text('Reason'),
    approved_by: text('Approved by'),
    expires_on: date('Ends on'),
    days_left: integer('Days left'),
  },
);
