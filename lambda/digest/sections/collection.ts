import type { DigestRow } from '../../../athena-ddl/questions/digest';
import type { Line } from '../../shared/messages/document';
import { counted, readableNumber } from '../../shared/text/counted';

type Coverage = DigestRow<'digest_coverage'>;

/** How complete the reports of the day are. */
export function coverageText(row: Coverage): string {
  const { expected, report_date: day } = row;
  if (expected === 0) return `No account was expected to hand in a report of ${day}.`;
  const words = { failed: 'failed', missing: 'missing', pending: 'not due yet' } as const;
  const rest = (['failed', 'missing', 'pending'] as const)
    .filter((status) => row[status] > 0)
    .map((status) => `${readableNumber(row[status])} ${words[status]}`);
  return `${readableNumber(row.collected)} of ${counted(expected, 'expected account')} handed in the report of ${day}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`;
}

/** What makes the answers less than they seem, a line each. */
export function collectionLines(row: Coverage): Line[] {
  const { list_age_days: age, unexpected, unreadable_rows: unreadable, facts_not_read: unread } = row;
  return [
    ...(age === null
      ? ['There is no list of accounts of the last 7 days: which accounts are silent is not known.']
      : age > 0
        ? [`The list of accounts is ${counted(age, 'day')} old: accounts that joined since are not known.`]
        : []),
    ...(unexpected > 0
      ? [`${counted(unexpected, 'account')} handed in a report although none is expected.`]
      : []),
    ...(unreadable > 0
      ? [`${counted(unreadable, 'row')} of reports could not be read and count nowhere.`]
      : []),
    ...(unread > 0
      ? [
          `Of ${counted(unread, 'account')} not all facts beside the report could be read: what they would have said is not known.`,
        ]
      : []),
  ].map((sentence) => [sentence]);
}
