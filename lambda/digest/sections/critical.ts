import type { DigestRow } from '../../../athena-ddl/questions/digest';
import type { Section } from '../../shared/messages/document';
import { findingLine, inTable } from '../words';

/** Every open critical finding, however old: what should not wait for another Monday. None, no section. */
export function criticalSections(findings: readonly DigestRow<'digest_critical'>[]): Section[] {
  if (findings.length === 0) return [];
  const lines = findings.map(findingLine);
  return [{ heading: 'Open critical findings', lines, seeAll: inTable('latest_finding') }];
}
