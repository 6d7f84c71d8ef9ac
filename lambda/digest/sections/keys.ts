import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreignSentence, type Line, type Section } from '../../shared/messages/document';
import { counted } from '../../shared/text/counted';
import { ownedOf, savedQuery } from '../words';

type Key = DigestRow<'digest_keys'>;

/** The access keys to act on first, and what to do about each. None, no section. */
export function keysSections(keys: readonly Key[]): Section[] {
  const [first] = keys;
  if (first === undefined) return [];
  const left = first.keys_to_act_on - keys.length;
  const seeAll = savedQuery('key_triage');
  return [
    {
      heading: 'Keys to act on',
      lines: [...keys.map(keyLine), ...(left > 0 ? [[`… and ${counted(left, 'key')} more: ${seeAll}`]] : [])],
      seeAll,
    },
  ];
}

function keyLine(row: Key): Line {
  const { key_id: id, credential, advice, reason } = row;
  return [
    ...ownedOf(row),
    ...(id === null ? [`, ${credential.replaceAll('_', ' ')}`] : []),
    `: ${advice}; `,
    foreignSentence(reason),
  ];
}
