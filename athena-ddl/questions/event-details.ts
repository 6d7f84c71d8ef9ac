import { date, defineQuestion, integer, nullable, text } from '../question';
import sql from '../queries/functions/event_details.sql';

/** What the list of accounts and the exceptions tell about each credential event of the last days. */
export const eventDetailsQuestion = defineQuestion('event_details', sql, {
  event_id: nullable(text()),
  account_name: nullable(text()),
  ou_path: nullable(text()),
  exceptions: integer(),
  exception_control: nullable(text()),
  exception_reason: nullable(text()),
  exception_expires_on: nullable(date()),
});
