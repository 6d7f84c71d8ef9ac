import { asffFinding } from './asff-finding';
import type { FindingFormat } from './finding-formats';
import { ocsfFinding } from './ocsf-finding';
import type { FoundFindings } from './read-findings';
import { sarifLog } from './sarif-log';

/** Where findings go, and what a reader of them must know beside. */
export interface Sending {
  /** Of this tool. */
  readonly version: string;
  readonly now: Date;
  /** Of `asff`. */
  readonly region: string;
  /** Accounts without a report, in words. */
  readonly silence: readonly string[];
}

/** Findings as JSON in a format of other tools: a log of SARIF, an array of the others. */
export function findingsText(found: FoundFindings, format: FindingFormat, sending: Sending): string {
  const controlOf = ({ control }: { control: string }) => found.controls.get(control);
  switch (format) {
    case 'sarif':
      return `${JSON.stringify(sarifLog(found, sending), null, 2)}\n`;
    case 'asff':
      return arrayText(found.findings.map((each) => asffFinding(each, controlOf(each), sending)));
    case 'ocsf':
      return arrayText(found.findings.map((each) => ocsfFinding(each, controlOf(each), sending)));
  }
}

/** One object a line. */
function arrayText(objects: readonly object[]): string {
  return `[${objects.map((each) => `\n${JSON.stringify(each)}`).join(',')}\n]\n`;
}
