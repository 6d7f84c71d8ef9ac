import { foreignSentence, type Section } from '../../message/document';
import { textOf, type TextRow } from '../../athena/text-row';
import { savedQuery, userOf } from '../words';

/** What happened to users and credentials, day by day, the newest first. */
export function changesSection(changes: readonly TextRow[], days: number): Section {
  return {
    heading: days === 1 ? 'Changes of the day' : 'Changes of the week',
    lines:
      changes.length === 0
        ? [['None.']]
        : changes.map((row) => [
            `${textOf(row, 'report_date')}: `,
            ...userOf(row),
            ', ',
            foreignSentence(textOf(row, 'evidence')),
          ]),
    seeAll: savedQuery('digest_changes'),
  };
}
