import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreign, foreignSentence, type Group, type Line } from '../../shared/messages/document';
import { runbookText } from '../../shared/messages/contract';
import { counted } from '../../shared/text/counted';
import { silentHeading } from '../contract';
import { pageOf, type MessageContext } from '../../shared/messages/message-context';
import { fewOrCounted, kindsOf } from '../few-or-counted';
import { accountOf, savedQuery } from '../words';

type Gap = DigestRow<'digest_gaps'>;

/** The accounts without a report of today; of many that are silent for the same reason, those that are for longest. */
export function silentGroups(gaps: readonly Gap[], context: MessageContext): Group[] {
  if (gaps.length === 0) return [];
  return [
    {
      head: [
        `${counted(gaps.length, 'silent account')}: no report of today, so nothing is known of their users. What to do: ${runbookText(context.links, silentHeading)}`,
      ],
      lines: kindsOf(gaps, ({ status, reason }) => `${status} ${reason ?? ''}`).flatMap((alike) =>
        fewOrCounted(alike, (row) => gapLine(row, context), savedQuery('coverage_today')),
      ),
    },
  ];
}

/** An account without a report of today: since when, the last one, why, and where the portal opens it. */
function gapLine(row: Gap, context: MessageContext): Line {
  const { status, since, days_silent: days, last_collected: last, reason, owner } = row;
  return [
    ...accountOf(row),
    ...(owner === null || owner.trim() === '' ? [] : [', owner ', foreign(owner)]),
    `: ${status} since ${since}, for ${counted(days, 'day')}; `,
    last === null ? 'no report in the 35 days before' : `last report ${last}`,
    ...(reason === null || reason === '' ? [] : ['; ', foreignSentence(reason)]),
    ...pageOf({ ...row, user_name: '' }, context),
  ];
}
