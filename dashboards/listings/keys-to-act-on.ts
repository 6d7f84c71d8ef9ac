import { defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** The access keys that no exception keeps as they are, the first to act on first. */
export const keysToActOn = defineQuestion('keys_to_act_on', dashboardQuery('keys_to_act_on'), {
  place: integer('Place'),
  advice: text('Advice'),
  account_id: text('Account id'),
  account_name: text('Account'),
  unit: text('Organizational unit'),
  user_name: text('User'),
  credential: text('Credential'),
  key_id: text('Key id'),
  owner: text('Owner'),
  admin_right: text('Administrator right'),
  age_days: nullable(integer('Age, days')),
  idle_days: nullable(integer('Idle, days')),
  reason: text('Reason'),
});
