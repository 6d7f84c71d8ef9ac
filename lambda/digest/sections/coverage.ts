import { foreignSentence, type Line, type Section } from '../../shared/messages/document';
import { countOf, numberOf, textOf, type TextRow } from '../../shared/athena/text-row';
import { accountOf, counted, savedQuery } from '../words';

/** How complete the newest reports are, with each account that is silent or failed, why and since when. */
export function coverageSection(summary: TextRow, gaps: readonly TextRow[]): Section {
  return {
    heading: 'Coverage',
    lines: [[coverageText(summary)], ...directoryLines(summary), ...oddLines(summary), ...gaps.map(gapLine)],
    seeAll: savedQuery('digest_gaps'),
  };
}

function coverageText(row: TextRow): string {
  const expected = countOf(row, 'expected');
  const day = textOf(row, 'report_date');
  if (expected === 0) return `No account was expected to hand in a report of ${day}.`;
  const rest = [
    ['failed', 'failed'],
    ['missing', 'silent'],
    ['pending', 'not due yet'],
  ].flatMap(([column = '', word = '']) => {
    const count = countOf(row, column);
    return count > 0 ? [`${count.toLocaleString('en-US')} ${word}`] : [];
  });
  return `${countOf(row, 'collected').toLocaleString('en-US')} of ${counted(expected, 'expected account')} handed in the report of ${day}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`;
}

/** A list of accounts that is old, or not there at all, leaves silent accounts untold. */
function directoryLines(row: TextRow): Line[] {
  const age = numberOf(row, 'directory_age_days');
  if (age === undefined)
    return [['There is no list of accounts of the last 7 days: which accounts are silent is not known.']];
  return age > 0
    ? [[`The list of accounts is ${counted(age, 'day')} old: accounts that joined since are not known.`]]
    : [];
}

/** What arrived and does not count. */
function oddLines(row: TextRow): Line[] {
  const unexpected = countOf(row, 'unexpected');
  const unreadable = countOf(row, 'unreadable_rows');
  return [
    ...(unexpected > 0
      ? [[`${counted(unexpected, 'account')} handed in a report although none is expected.`]]
      : []),
    ...(unreadable > 0
      ? [[`${counted(unreadable, 'row')} of reports could not be read and count nowhere.`]]
      : []),
  ];
}

/** An account without a report of today: since when, the last one, and why. */
export function gapLine(row: TextRow): Line {
  const status = textOf(row, 'status') === 'failed' ? 'failed' : 'silent';
  const since = textOf(row, 'since');
  const last = textOf(row, 'last_collected');
  const reason = textOf(row, 'reason');
  return [
    ...accountOf(row),
    `: ${status} since ${since}, `,
    last === '' ? 'no report in the 35 days before' : `last report ${last}`,
    ...(reason === '' ? [] : ['; ', foreignSentence(reason)]),
  ];
}
