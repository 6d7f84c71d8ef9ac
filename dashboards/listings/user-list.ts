import { date, defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** Every user with what it can sign in with. */
export const userList = defineQuestion('user_list', dashboardQuery('user_list'), {
  account_id: text('Account id'),
  account_name: text('Account'),
  unit: text('Organizational unit'),
  user_name: text('User'),
  console: text('Console'),
  mfa: text('MFA'),
  active_keys: integer('Active access keys'),
  worst: text('Worst finding'),
  findings: integer('Open findings'),
  last_used: nullable(date('Last used')),
  password_last_used: nullable(date('Password last used')),
  key_1_made: nullable(date('Access key 1 made')),
  key_1_last_used: nullable(date('Access key 1 last used')),
  key_2_made: nullable(date('Access key 2 made')),
  key_2_last_used: nullable(date('Access key 2 last used')),
  created: nullable(date('Created')),
  arn: text('ARN'),
});
