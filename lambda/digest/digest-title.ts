import type { MessageContext } from '../shared/messages/message-context';
import type { DigestPeriod } from './period';

/** The subject of a digest: whose it is, of which period, and what it says. A subject has 100 characters. */
export function digestTitle(
  { id }: Pick<DigestPeriod, 'id'>,
  { organization }: Pick<MessageContext, 'organization'>,
  facts: readonly string[],
): string {
  const name = organization === undefined ? 'Credential report' : `${organization} credential report`;
  return `${name} ${id}: ${facts.join(', ')}`;
}
