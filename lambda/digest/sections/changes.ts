import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreignSentence, type Line, type Section } from '../../shared/messages/document';
import { savedQuery, userOf } from '../words';

type Change = DigestRow<'digest_changes'>;

/** What happened to users and credentials, day by day, the newest first; a user's changes of a day share a line. */
export function changesSection(changes: readonly Change[], days: number): Section {
  return {
    heading: days === 1 ? 'Changes of the day' : 'Changes of the week',
    lines: changes.length === 0 ? [['None.']] : linesOf(changes),
    seeAll: savedQuery('changes_of_the_week'),
  };
}

function linesOf(changes: readonly Change[]): Line[] {
  const lines = new Map<string, Line>();
  for (const row of changes) {
    const key = `${row.report_date} ${row.account_id} ${row.user_name}`;
    const begun = lines.get(key) ?? [`${row.report_date}: `, ...userOf(row)];
    lines.set(key, [...begun, ', ', foreignSentence(row.evidence)]);
  }
  return [...lines.values()];
}
