import { foreign, foreignSentence, type Line, type Section } from '../../shared/messages/document';
import { countOf, textOf, type TextRow } from '../../shared/athena/text-row';
import { counted, savedQuery } from '../words';

/** Exceptions that end within 14 days: decide before their findings open again. */
export function exceptionsSection(exceptions: readonly TextRow[]): Section {
  return {
    heading: 'Exceptions that expire within 14 days',
    lines: exceptions.length === 0 ? [['None.']] : exceptions.map(exceptionLine),
    seeAll: savedQuery('digest_exceptions'),
  };
}

function exceptionLine(row: TextRow): Line {
  const days = countOf(row, 'days_left');
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${counted(days, 'day')}`;
  return [
    `${textOf(row, 'expires_on')} (${when}): `,
    ...scoped(textOf(row, 'control'), 'every control'),
    ' for ',
    ...scoped(textOf(row, 'user_name'), 'every user'),
    ' in ',
    ...scoped(textOf(row, 'account_id'), 'every account'),
    '; ',
    foreignSentence(textOf(row, 'reason')),
    ', approved by ',
    foreign(textOf(row, 'approved_by')),
  ];
}

function scoped(value: string, everything: string): Line {
  return value === '*' ? [everything] : [foreign(value)];
}
