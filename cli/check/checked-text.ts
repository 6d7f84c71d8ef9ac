import { version } from '../../package.json';
import type { LocalAthena } from '../../local/athena';
import { namedRegion } from '../aws-region';
import { isFindingFormat, type FindingFormat } from '../findings/finding-formats';
import { findingsText } from '../findings/findings-text';
import { readFindings } from '../findings/read-findings';
import type { OutputFormat, ResultStyle } from '../output/result-text';
import type { Terminal } from '../terminal';
import { failingFindings, listedFindings, silence } from './check-folder';
import { listedText } from './listed-text';
import { fromSeverity, type Severity } from './severity';

/** Which findings are listed, and how. */
export interface CheckStyle extends Omit<ResultStyle, 'format'> {
  readonly failOn: Severity;
  readonly format: OutputFormat | FindingFormat;
  /** Of findings for Security Hub. */
  readonly region?: string;
}

/** Open findings in the format asked for, and why the check fails; nothing when it passes. */
export interface Checked {
  readonly text: string;
  readonly problems: readonly string[];
}

/** Asks for the open findings of a severity and above, and who is silent. @throws CommandError for asff without a region */
export async function checkedText(
  athena: LocalAthena,
  style: CheckStyle,
  terminal: Terminal,
): Promise<Checked> {
  const { failOn, format, region } = style;
  if (!isFindingFormat(format)) {
    const findings = await listedFindings(athena, failOn);
    const problems = [...failingFindings(findings.length, failOn), ...(await silence(athena))];
    return { text: listedText(findings, { ...style, format }), problems };
  }
  const sentTo = format === 'asff' ? namedRegion(region, terminal, '--format asff') : '';
  const silent = await silence(athena);
  const { findings, controls } = await readFindings(athena);
  const failing = findings.filter(({ severity }) => fromSeverity(failOn).includes(severity));
  const text = findingsText({ findings: failing, controls }, format, {
    ...{ version, now: terminal.now(), region: sentTo, silence: silent },
  });
  return { text, problems: [...failingFindings(failing.length, failOn), ...silent] };
}
