import type { DigestRow, DigestRows } from '../../athena-ddl/questions/digest';
import type { Document } from '../shared/messages/document';
import type { DigestPeriod } from './period';
import { accountsSections } from './sections/accounts';
import { changesSection } from './sections/changes';
import { coverageSection } from './sections/coverage';
import { criticalSections } from './sections/critical';
import { exceptionsSections } from './sections/exceptions';
import { findingsSection } from './sections/findings';
import { keysSections } from './sections/keys';
import { leftAccountsSections } from './sections/left-accounts';
import { numbersSection } from './sections/numbers';
import { counted, readableNumber } from '../shared/text/counted';

/**
 * Composes the digest of a period from what its queries answered.
 * @throws Error for an answer without the one row that its query always has
 */
export function composeDigest(rows: DigestRows, { id, days }: DigestPeriod): Document {
  const [coverage] = rows.digest_coverage;
  if (coverage === undefined)
    throw new Error('the query digest_coverage answered no row, it must answer one');
  const numbersOf = (daysAgo: number) => rows.digest_numbers.find((row) => row.days_ago === daysAgo);
  const now = numbersOf(0);
  const before = numbersOf(days);
  const findingChanges = rows.digest_finding_changes.filter((row) => row.days === days);
  const left = rows.digest_left_accounts.filter((row) => row.days_ago < days);
  const changes = rows.digest_changes.filter((row) => row.days_ago < days);

  const without = coverage.failed + coverage.missing;
  const { pending } = coverage;
  const critical = rows.digest_findings.find(({ severity }) => severity === 'critical')?.open_findings ?? 0;
  const isCritical = now !== undefined && critical > 0;
  // The worst first: who reads the subject alone knows whether to act. A subject has 100 characters.
  const facts = [
    ...(isCritical ? [counted(critical, 'critical finding')] : []),
    // Without a list of accounts a silent one cannot be missed, which is no good news.
    coverage.list_age_days === null
      ? 'silent accounts unknown'
      : `${counted(without, 'account')} without a report`,
    ...(pending > 0 ? [`${readableNumber(pending)} not due yet`] : []),
    ...(before === undefined
      ? []
      : [counted(findingChanges.filter(({ change }) => change === 'new').length, 'new finding')]),
    ...(now === undefined ? ['no reports'] : isCritical ? [] : [counted(now.console_users, 'console user')]),
  ];
  return {
    title: `Credential report ${id}: ${facts.join(', ')}`,
    lead: [leadText(coverage, now, before, days)],
    sections: [
      // What to act on,
      ...criticalSections(rows.digest_critical),
      coverageSection(coverage, rows.digest_gaps),
      ...keysSections(rows.digest_keys),
      // what is new,
      ...(now === undefined
        ? []
        : [findingsSection(rows.digest_findings, findingChanges, before !== undefined)]),
      ...(before === undefined ? [] : [changesSection(changes, days)]),
      ...leftAccountsSections(left),
      ...exceptionsSections(rows.digest_exceptions),
      // and how it stands.
      ...(now === undefined ? [] : [numbersSection(now, before, days)]),
      ...accountsSections(rows.digest_accounts),
    ],
    footer:
      'Every number is a query: see the saved queries of the Athena workgroup, or credential-report query --list.',
  };
}

function leadText(
  { report_date: day }: DigestRow<'digest_coverage'>,
  now: DigestRow<'digest_numbers'> | undefined,
  before: DigestRow<'digest_numbers'> | undefined,
  days: number,
): string {
  if (now === undefined)
    return `State of ${day}. No account has handed in a report in the last 7 days, so nothing is known of its users.`;
  const reports = `State of ${day}, from the newest reports of ${counted(now.accounts, 'account')}`;
  return before === undefined
    ? `${reports}. There is no report of ${counted(days, 'day')} ago or earlier to compare with yet.`
    : `${reports}, compared with ${days === 1 ? 'the day' : counted(days, 'day')} before.`;
}
