import { defineQuestion, integer, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** The access keys to act on first, and how many there are. */
export const keysToActOn = defineQuestion('keys_to_act_on', dashboardQuery('keys_to_act_on'), {
  place: integer('Place'),
  advice: text('Advice'),
  account_id: text('Account id'),
  account_name: text('Account'),
  user_name: text('User'),
  credential: text('Credential'),
  key_id: text('Key id'),
  owner: text('Owner'),
  reason: text('Reason'),
  keys_to_act_on: integer('Keys to act on'),
});
