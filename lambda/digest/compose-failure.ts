import { foreignSentence, type Document } from '../shared/messages/document';
import type { DigestPeriod } from './period';

/** What is sent in place of a digest that could not be made: silence would look like good news. */
export function composeFailure({ id }: DigestPeriod, reason: string): Document {
  return {
    title: `Credential report ${id}: the digest could not be made`,
    lead: [
      'The numbers of this period are not known. This says nothing about whether the accounts were collected.',
    ],
    sections: [
      { heading: 'Reason', lines: [[foreignSentence(reason)]], seeAll: "the digest function's log" },
    ],
    footer: 'What to do: docs/runbook.md, “The digest failed”.',
  };
}
