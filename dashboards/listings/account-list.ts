import { date, defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** Every account with its newest coverage and its numbers. */
export const accountList = defineQuestion('account_list', dashboardQuery('account_list'), {
  account_id: text('Account id'),
  account_name: text('Account'),
  unit: text('Organizational unit'),
  status: text('Status'),
  day: date('Day'),
  reason: text('Reason'),
  open_critical: nullable(integer('Critical')),
  open_high: nullable(integer('High')),
  open_medium: nullable(integer('Medium')),
  open_low: nullable(integer('Low')),
  users: nullable(integer('Users')),
  console_users: nullable(integer('Console users')),
  console_users_without_mfa: nullable(integer('Console users without MFA')),
  active_keys: nullable(integer('Active access keys')),
  newest_report: nullable(date('Newest report')),
  joined: nullable(date('Joined')),
  email: text('E-mail'),
  password_policy: text('Password policy'),
  minimum_length: nullable(integer('Minimum length')),
  facts_not_read: text('Facts not read'),
  warnings: text('Warnings'),
  collector_version: text('Collector'),
});
