import { foreignSentence, type Document } from '../shared/messages/document';
import { runbookText } from '../shared/messages/contract';
import type { MessageContext } from '../shared/messages/message-context';
import { digestTitle } from './digest-title';
import type { DigestPeriod } from './period';

/** What is sent in place of a digest that could not be made: silence would look like good news. */
export function composeFailure(period: DigestPeriod, reason: string, context: MessageContext): Document {
  return {
    title: digestTitle(period, context, ['the digest could not be made']),
    lead: [
      'The numbers of this period are not known. This says nothing about whether the accounts were collected.',
    ],
    sections: [
      { heading: 'Reason', lines: [[foreignSentence(reason)]], seeAll: "the digest function's log" },
    ],
    footer: `What to do: ${runbookText(context.links, 'The digest failed')}.`,
  };
}
