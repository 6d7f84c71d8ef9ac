import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreign, foreignSentence, type Group, type Line } from '../../shared/messages/document';
import { counted } from '../../shared/text/counted';
import { fewOrCounted } from '../few-or-counted';
import { inTable } from '../words';

type Exception = DigestRow<'digest_exceptions'>;

/** Exceptions that end within 14 days. */
export function exceptionsGroups(exceptions: readonly Exception[]): Group[] {
  if (exceptions.length === 0) return [];
  return [
    {
      head: ['Exceptions that expire within 14 days: decide before their findings open again'],
      lines: fewOrCounted(exceptions, exceptionLine, inTable('exception')),
    },
  ];
}

function exceptionLine(row: Exception): Line {
  const days = row.days_left;
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${counted(days, 'day')}`;
  return [
    `${row.expires_on} (${when}): `,
    ...scoped(row.control, 'every control'),
    ' for ',
    ...scoped(row.user_name, 'every user'),
    ' in ',
    ...scoped(row.account_id, 'every account'),
    '; ',
    foreignSentence(row.reason),
    ', approved by ',
    foreign(row.approved_by),
  ];
}

function scoped(value: string, everything: string): Line {
  return value === '*' ? [everything] : [foreign(value)];
}
