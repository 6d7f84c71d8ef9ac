import { labelOf } from '../../../athena-ddl/question';
import { digestQuestions, type DigestRow } from '../../../athena-ddl/questions/digest';
import type { Section } from '../../shared/messages/document';
import { counted, readableNumber } from '../../shared/text/counted';

type Numbers = DigestRow<'digest_numbers'>;

const { columns } = digestQuestions.digest_numbers;
const shown = [
  'console_users',
  'console_users_without_mfa',
  'active_keys',
  'old_active_keys',
  'users',
] as const;

/** The organization in numbers, with the change since the day before the period. */
export function numbersSection(now: Numbers, before: Numbers | undefined, days: number): Section {
  return {
    heading: 'Numbers',
    lines: shown.map((column) => {
      const count = now[column];
      const change = before === undefined ? '' : ` (${changeText(count - before[column], days)})`;
      return [`${labelOf(columns, column)}: ${readableNumber(count)}${change}`];
    }),
    seeAll: '',
  };
}

function changeText(change: number, days: number): string {
  const since = days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;
  if (change === 0) return `as ${since}`;
  return `${readableNumber(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than ${since}`;
}
