import type { Section } from '../../shared/messages/document';
import { countOf, type TextRow } from '../../shared/athena/text-row';
import { counted } from '../words';

/** Columns of `digest_numbers`, as a reader calls them. */
const numbers = [
  ['console_users', 'Console users'],
  ['console_users_without_mfa', 'Console users without MFA'],
  ['active_keys', 'Active access keys'],
  ['old_active_keys', 'Active access keys older than 90 days'],
  ['users', 'IAM users'],
] as const;

/** The organization in numbers, with the change since the day before the period. */
export function numbersSection(now: TextRow, before: TextRow | undefined, days: number): Section {
  return {
    heading: 'Numbers',
    lines: numbers.map(([column, label]) => {
      const count = countOf(now, column);
      const change = before === undefined ? '' : ` (${changeText(count - countOf(before, column), days)})`;
      return [`${label}: ${count.toLocaleString('en-US')}${change}`];
    }),
    seeAll: '',
  };
}

function changeText(change: number, days: number): string {
  const since = days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;
  if (change === 0) return `as ${since}`;
  return `${Math.abs(change).toLocaleString('en-US')} ${change > 0 ? 'more' : 'fewer'} than ${since}`;
}
