import { digestCoverage } from '../../athena-ddl/questions/digest-coverage';
import type { RowOf } from '../../athena-ddl/question';
import { readAnswer } from '../../athena-ddl/read-answer';
import { openFindings } from '../../dashboards/listings/open-findings';
import { counted } from '../../lambda/shared/text/counted';
import type { LocalAthena } from '../../local/athena';
import { fromSeverity, type Severity } from './severity';

/** Open findings of a severity and above. */
export async function listedFindings(
  athena: LocalAthena,
  least: Severity,
): Promise<readonly RowOf<typeof openFindings>[]> {
  const failing = fromSeverity(least);
  const answer = readAnswer(openFindings, await athena.query(openFindings.sql));
  return answer.filter(({ severity }) => failing.includes(severity));
}

/** Why so many findings fail; nothing for none. */
export function failingFindings(findings: number, least: Severity): readonly string[] {
  return findings === 0
    ? []
    : [`${counted(findings, 'open finding')} of severity ${fromSeverity(least).join(', ')}`];
}

/** Who is silent, in words: a missing report never passes. */
export async function silence(athena: LocalAthena): Promise<readonly string[]> {
  const [coverage] = readAnswer(digestCoverage, await athena.query(digestCoverage.sql));
  const silent = (coverage?.failed ?? 0) + (coverage?.missing ?? 0);
  return [
    ...(silent === 0 ? [] : [`${counted(silent, 'account')} without a report`]),
    ...((coverage?.list_age_days ?? null) === null ? ['no list of accounts says who is silent'] : []),
  ];
}
