import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreignSentence, type Line, type Section } from '../../shared/messages/document';
import { byEverySeverity, bySeverity, severities } from '../severities';
import { namedQuery, ownedOf } from '../words';
import { readableNumber } from '../../shared/text/counted';

type Counts = DigestRow<'digest_findings'>;
type Change = DigestRow<'digest_finding_changes'>;

/** Open findings by severity, and which came and went since the last digest; the worst first. */
export function findingsSection(
  open: readonly Counts[],
  changes: readonly Change[],
  hasHistory: boolean,
): Section {
  const sum = (column: Exclude<keyof Counts, 'severity'>) => (severity: string) =>
    open.filter((row) => row.severity === severity).reduce((all, row) => all + row[column], 0);
  const total = (column: Exclude<keyof Counts, 'severity'>) =>
    open.reduce((all, row) => all + row[column], 0);
  const excepted = total('excepted_findings');
  const expired = total('expired_findings');
  const counts: Line[] = [
    [
      `Open: ${byEverySeverity(sum('open_findings'))}`,
      ...(total('open_findings') > 0 ? ['; by control with the saved query open_findings'] : []),
    ],
    ...(excepted > 0 ? [[`Covered by exceptions: ${readableNumber(excepted)}`]] : []),
    ...(expired > 0 ? [[`Open again because their exception expired: ${readableNumber(expired)}`]] : []),
  ];
  const seeAll = namedQuery('digest_finding_changes');
  if (!hasHistory) return { heading: 'Findings', lines: counts, seeAll };
  const [came, went] = [changed(changes, 'new'), changed(changes, 'resolved')];
  return {
    heading: 'Findings',
    lines: [
      ...counts,
      [`New: ${bySeverity((severity) => countIn(came, severity))}`],
      [`Resolved: ${bySeverity((severity) => countIn(went, severity))}`],
      ...came.map((row) => changedLine('new', row)),
      ...went.map((row) => changedLine('resolved', row)),
    ],
    seeAll,
  };
}

function changedLine(change: 'new' | 'resolved', row: Change): Line {
  return [
    `${change} ${row.severity} ${row.control}: `,
    ...ownedOf(row),
    // Evidence of a resolved finding is that of the report before.
    change === 'resolved' ? ', before: ' : ', ',
    foreignSentence(row.evidence),
    // It was there before, and covered by an exception.
    ...(change === 'new' && row.status === 'exception_expired' ? ['; its exception expired'] : []),
  ];
}

function changed(rows: readonly Change[], change: string): Change[] {
  return severities.flatMap((severity) =>
    rows.filter((row) => row.change === change && row.severity === severity),
  );
}

function countIn(rows: readonly Change[], severity: string): number {
  return rows.filter((row) => row.severity === severity).length;
}
