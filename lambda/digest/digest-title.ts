import type { DigestRow } from '../../athena-ddl/questions/digest';
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

/** With the organization's name as the configuration has it, else its id as the list of accounts has it. */
export function namedContext(
  context: MessageContext,
  [known]: readonly DigestRow<'digest_organization'>[],
): MessageContext {
  const organization = context.organization ?? known?.organization_id ?? null;
  return organization === null ? context : { ...context, organization };
}
