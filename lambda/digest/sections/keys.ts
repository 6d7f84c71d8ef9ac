import type { DigestRow, DigestRows } from '../../../athena-ddl/questions/digest';
import { foreignSentence, type Group, type Line } from '../../shared/messages/document';
import { counted } from '../../shared/text/counted';
import { pageOf, type MessageContext } from '../../shared/messages/message-context';
import { few } from '../few-or-counted';
import { ownedOf, savedQuery, userKey } from '../words';

type Key = DigestRow<'digest_keys'>;

/** The access keys to act on first beside those of critical findings, and what to do about each. */
export function keysGroups(
  { digest_keys: keys, digest_critical: critical }: DigestRows,
  context: MessageContext,
): Group[] {
  const named = new Set(critical.map(userKey));
  const others = keys.filter((key) => !named.has(userKey(key)));
  const shown = others.slice(0, few);
  const [first] = shown;
  if (first === undefined) return [];
  // Those of critical findings stand above.
  const left = first.keys_to_act_on - (keys.length - others.length) - shown.length;
  return [
    {
      head: ['Access keys, the worst first. The commands for each: credential-report triage'],
      lines: [
        ...shown.map((key) => keyLine(key, context)),
        ...(left > 0 ? [[`… and ${counted(left, 'key')} more: ${savedQuery('key_triage')}`]] : []),
      ],
    },
  ];
}

function keyLine(row: Key, context: MessageContext): Line {
  const { key_id: id, credential, advice, reason } = row;
  return [
    ...ownedOf(row),
    ...(id === null ? [`, ${credential.replaceAll('_', ' ')}`] : []),
    `: ${advice}; `,
    foreignSentence(reason),
    ...pageOf(row, context),
  ];
}
