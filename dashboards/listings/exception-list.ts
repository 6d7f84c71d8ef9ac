import { date, defineQuestion, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** Every exception that can be read, those that have expired among them. */
export const exceptionList = defineQuestion('exception_list', dashboardQuery('exception_list'), {
  control: text('Control'),
  account_id: text('Account id'),
  account_name: text('Account'),
  user_name: text('User'),
  reason: text('Reason'),
  approved_by: text('Approved by'),
  expires_on: date('Ends on'),
  state: text('State'),
});
