import { foreignSentence, type Section } from '../../message/document';
import { textOf, type TextRow } from '../../athena/text-row';
import { savedQuery, userOf } from '../words';

/** Every open critical finding, however old: what should not wait for another Monday. None, no section. */
export function criticalSections(findings: readonly TextRow[]): Section[] {
  if (findings.length === 0) return [];
  const lines = findings.map((row) => [
    `${textOf(row, 'control')}: `,
    ...userOf(row),
    ', ',
    foreignSentence(textOf(row, 'evidence')),
  ]);
  return [{ heading: 'Open critical findings', lines, seeAll: savedQuery('digest_critical') }];
}
