import { date, defineQuestion, integer, nullable, text, type RowOf } from '../question';
import keyTriage from '../queries/key_triage.sql';

/** What to do first about each active access key, the worst first. */
export const keyTriageQuestion = defineQuestion('key_triage', keyTriage, {
  place: integer(),
  advice: text(),
  /** `open`, or `excepted` where an exception is for what the advice is about. */
  status: text(),
  account_id: text(),
  account_name: nullable(text()),
  user_name: text(),
  credential: text(),
  /** NULL where it is not certain. */
  key_id: nullable(text()),
  owner: nullable(text()),
  age_days: nullable(integer()),
  idle_days: nullable(integer()),
  last_used_on: nullable(date()),
  last_used_service: nullable(text()),
  last_used_region: nullable(text()),
  admin_right: nullable(text()),
  reason: text(),
  exceptions: nullable(text()),
  report_date: date(),
});

export type TriagedKey = RowOf<typeof keyTriageQuestion>;
