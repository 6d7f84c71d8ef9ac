import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreignSentence, type Line, type Section } from '../../shared/messages/document';
import { counted, readableNumber } from '../../shared/text/counted';
import { accountOf, savedQuery } from '../words';

type Coverage = DigestRow<'digest_coverage'>;
type Gap = DigestRow<'digest_gaps'>;

/** How complete the newest reports are, with each account that is silent, why and since when. */
export function coverageSection(summary: Coverage, gaps: readonly Gap[]): Section {
  return {
    heading: 'Coverage',
    lines: [
      [coverageText(summary)],
      ...accountListLines(summary),
      ...oddLines(summary),
      ...gaps.map(gapLine),
    ],
    seeAll: savedQuery('coverage_today'),
  };
}

function coverageText(row: Coverage): string {
  const { expected, report_date: day } = row;
  if (expected === 0) return `No account was expected to hand in a report of ${day}.`;
  const words = { failed: 'failed', missing: 'missing', pending: 'not due yet' } as const;
  const rest = (['failed', 'missing', 'pending'] as const)
    .filter((status) => row[status] > 0)
    .map((status) => `${readableNumber(row[status])} ${words[status]}`);
  return `${readableNumber(row.collected)} of ${counted(expected, 'expected account')} handed in the report of ${day}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`;
}

/** A list of accounts that is old, or not there at all, leaves silent accounts unreported. */
function accountListLines(row: Coverage): Line[] {
  const age = row.list_age_days;
  if (age === null)
    return [['There is no list of accounts of the last 7 days: which accounts are silent is not known.']];
  return age > 0
    ? [[`The list of accounts is ${counted(age, 'day')} old: accounts that joined since are not known.`]]
    : [];
}

/** What arrived and does not count, or not whole. */
function oddLines(row: Coverage): Line[] {
  const { unexpected, unreadable_rows: unreadable, facts_not_read: unread } = row;
  return [
    ...(unexpected > 0
      ? [[`${counted(unexpected, 'account')} handed in a report although none is expected.`]]
      : []),
    ...(unreadable > 0
      ? [[`${counted(unreadable, 'row')} of reports could not be read and count nowhere.`]]
      : []),
    ...(unread > 0
      ? [
          [
            `Of ${counted(unread, 'account')} not all facts beside the report could be read: what they would have said is not known.`,
          ],
        ]
      : []),
  ];
}

/** An account without a report of today: since when, the last one, and why. */
export function gapLine(row: Gap): Line {
  const { status, since, last_collected: last, reason } = row;
  return [
    ...accountOf(row),
    `: ${status} since ${since}, `,
    last === null ? 'no report in the 35 days before' : `last report ${last}`,
    ...(reason === null || reason === '' ? [] : ['; ', foreignSentence(reason)]),
  ];
}
