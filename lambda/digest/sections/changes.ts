import { foreignSentence, type Line, type Section } from '../../shared/messages/document';
import { textOf, type TextRow } from '../../shared/athena/text-row';
import { savedQuery, userOf } from '../words';

/** What happened to users and credentials, day by day, the newest first; a user's changes of a day share a line. */
export function changesSection(changes: readonly TextRow[], days: number): Section {
  return {
    heading: days === 1 ? 'Changes of the day' : 'Changes of the week',
    lines: changes.length === 0 ? [['None.']] : linesOf(changes),
    seeAll: savedQuery('digest_changes'),
  };
}

function linesOf(changes: readonly TextRow[]): Line[] {
  const lines = new Map<string, Line>();
  for (const row of changes) {
    const key = ['report_date', 'account_id', 'user_name'].map((column) => textOf(row, column)).join(' ');
    const begun = lines.get(key) ?? [`${textOf(row, 'report_date')}: `, ...userOf(row)];
    lines.set(key, [...begun, ', ', foreignSentence(textOf(row, 'evidence'))]);
  }
  return [...lines.values()];
}
