import { digestCoverage } from '../../athena-ddl/questions/digest-coverage';
import { readAnswer } from '../../athena-ddl/read-answer';
import { openFindings, openFindingsSql } from '../../dashboards/listings/open-findings';
import { counted } from '../../lambda/shared/text/counted';
import type { LocalAthena } from '../../local/athena';
import { fromSeverity, type Severity } from './severity';

/** Open findings as rows, and why the check fails; nothing when it passes. */
export interface Checked {
  readonly columns: readonly string[];
  readonly findings: readonly (readonly unknown[])[];
  readonly problems: readonly string[];
}

/** Asks for the open findings of a severity and above, and who is silent: a missing report never passes. */
export async function checkFolder(athena: LocalAthena, least: Severity): Promise<Checked> {
  const failing = fromSeverity(least);
  const answer = readAnswer(openFindings, await athena.query(openFindingsSql));
  const findings = answer.filter(({ severity }) => failing.includes(severity));
  const [coverage] = readAnswer(digestCoverage, await athena.query(digestCoverage.sql));
  const silent = (coverage?.failed ?? 0) + (coverage?.missing ?? 0);
  const found = counted(findings.length, 'open finding');
  return {
    columns: Object.keys(openFindings.columns),
    findings: findings.map((row) => Object.values(row)),
    problems: [
      ...(findings.length === 0 ? [] : [`${found} of severity ${failing.join(', ')}`]),
      ...(silent === 0 ? [] : [`${counted(silent, 'account')} without a report`]),
      ...((coverage?.list_age_days ?? null) === null ? ['no list of accounts says who is silent'] : []),
    ],
  };
}
