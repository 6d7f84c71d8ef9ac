import type { Section } from '../../shared/messages/document';
import type { TextRow } from '../../shared/athena/text-row';
import { findingLine, savedQuery } from '../words';

/** Every open critical finding, however old: what should not wait for another Monday. None, no section. */
export function criticalSections(findings: readonly TextRow[]): Section[] {
  if (findings.length === 0) return [];
  const lines = findings.map(findingLine);
  return [{ heading: 'Open critical findings', lines, seeAll: savedQuery('digest_critical') }];
}
