import {
  controlsInForce,
  sentFindings,
  type ControlInForce,
  type SentFinding,
} from '../../athena-ddl/questions/sent-findings';
import { readAnswer } from '../../athena-ddl/read-answer';
import type { LocalAthena } from '../../local/athena';

/** Open findings, with the controls that they fail. */
export interface FoundFindings {
  readonly findings: readonly SentFinding[];
  /** Every control that is not off, also those without a finding. */
  readonly controls: ReadonlyMap<string, ControlInForce>;
}

/** All open findings of a folder, the worst first. */
export async function readFindings(athena: LocalAthena): Promise<FoundFindings> {
  const findings = readAnswer(sentFindings, await athena.query(sentFindings.sql));
  const controls = readAnswer(controlsInForce, await athena.query(controlsInForce.sql));
  return { findings, controls: new Map(controls.map((each) => [each.control, each])) };
}
