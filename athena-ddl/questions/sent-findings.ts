import controls from '../queries/commands/controls_in_force.sql';
import findings from '../queries/commands/findings_to_send.sql';
import judged from '../queries/commands/judged_controls.sql';
import { date, defineQuestion, nullable, text, type RowOf } from '../question';

/** Open findings, as other tools are given them. */
export const sentFindings = defineQuestion('findings_to_send', findings, {
  severity: text(),
  control: text(),
  account_id: text(),
  /** NULL where the report's name is not known. */
  account_name: nullable(text()),
  ou_path: nullable(text()),
  user_name: text(),
  arn: text(),
  credential: text(),
  /** NULL where it is about no key, or not certain. */
  key_id: nullable(text()),
  owner: nullable(text()),
  evidence: text(),
  status: text(),
  cis_v7: nullable(text()),
  cis_v6: nullable(text()),
  cis_v5: nullable(text()),
  cis_v3: nullable(text()),
  security_hub: nullable(text()),
  report_date: date(),
  /** NULL where no report of the last 42 days tells. */
  first_seen: nullable(date()),
});

/** What controls ask, and what to do about a finding. */
export const controlsInForce = defineQuestion('controls_in_force', controls, {
  control: text(),
  severity: text(),
  asks: text(),
  why: text(),
  first_step: text(),
  if_it_breaks: text(),
  link: text(),
});

export type SentFinding = RowOf<typeof sentFindings>;
export type ControlInForce = RowOf<typeof controlsInForce>;

/** Of which account and control a finding that is not open any more is over. */
export const judgedControls = defineQuestion('judged_controls', judged, {
  account_id: text(),
  /** NULL for all of an account that left the organization. */
  control: nullable(text()),
});
