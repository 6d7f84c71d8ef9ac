import { date, defineQuestion, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** What happened to users and credentials lately. */
export const changeList = defineQuestion('change_list', dashboardQuery('change_list'), {
  day: date('Day'),
  change: text('Change'),
  account_id: text('Account id'),
  account_name: text('Account'),
  user_name: text('User'),
  credential: text('Credential'),
  evidence: text('Evidence'),
});
