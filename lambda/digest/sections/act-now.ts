import type { DigestRow, DigestRows } from '../../../athena-ddl/questions/digest';
import type { Section } from '../../shared/messages/document';
import type { MessageContext } from '../../shared/messages/message-context';
import { inTable } from '../words';
import { collectionLines } from './collection';
import { criticalGroups } from './critical';
import { exceptionsGroups } from './exceptions';
import { keysGroups } from './keys';
import { silentGroups } from './silent';

/** What to do, the worst first: it should not wait where a finding is critical or an account silent. Nothing, no section. */
export function actNowSections(
  rows: DigestRows,
  coverage: DigestRow<'digest_coverage'>,
  context: MessageContext,
): Section[] {
  const urgent = [...criticalGroups(rows, context), ...silentGroups(rows.digest_gaps, context)];
  const lines = [
    ...urgent,
    ...collectionLines(coverage),
    ...keysGroups(rows, context),
    ...exceptionsGroups(rows.digest_exceptions),
  ];
  const heading = urgent.length > 0 ? 'Act now' : 'Act next';
  return lines.length === 0 ? [] : [{ heading, lines, seeAll: inTable('latest_finding') }];
}
