import { labelOf } from '../../../athena-ddl/question';
import { digestQuestions, type DigestRow } from '../../../athena-ddl/questions/digest';
import type { Line, Section } from '../../shared/messages/document';
import { counted, readableNumber } from '../../shared/text/counted';
import { byEverySeverity } from '../severities';

type Numbers = DigestRow<'digest_numbers'>;
type Counts = DigestRow<'digest_findings'>;

const { columns } = digestQuestions.digest_numbers;
const shown = [
  'console_users',
  'console_users_without_mfa',
  'active_keys',
  'old_active_keys',
  'users',
] as const;

/** The organization in numbers, with the change since the day before the period, and how many findings are open. */
export function numbersSection(
  now: Numbers,
  before: Numbers | undefined,
  days: number,
  findings: readonly Counts[],
): Section {
  return {
    heading: 'Numbers',
    lines: [
      ...findingLines(findings),
      ...shown.map((column) => {
        const count = now[column];
        const change = before === undefined ? '' : ` (${changeText(count - before[column], days)})`;
        return [`${labelOf(columns, column)}: ${readableNumber(count)}${change}`];
      }),
    ],
    seeAll: '',
  };
}

function findingLines(counts: readonly Counts[]): Line[] {
  const open = (severity: string) => counts.find((row) => row.severity === severity)?.open_findings ?? 0;
  const total = (column: Exclude<keyof Counts, 'severity'>) =>
    counts.reduce((all, row) => all + row[column], 0);
  const [excepted, expired] = [total('excepted_findings'), total('expired_findings')];
  return [
    [
      `Open findings: ${byEverySeverity(open)}`,
      ...(total('open_findings') > 0 ? ['; by control with the saved query open_findings'] : []),
    ],
    ...(excepted > 0 ? [[`Covered by exceptions: ${readableNumber(excepted)}`]] : []),
    ...(expired > 0 ? [[`Open again because their exception expired: ${readableNumber(expired)}`]] : []),
  ];
}

function changeText(change: number, days: number): string {
  const since = days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;
  if (change === 0) return `as ${since}`;
  return `${readableNumber(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than ${since}`;
}
