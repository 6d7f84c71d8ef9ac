import type { Document } from '../shared/messages/document';
import type { DigestQuery } from './contract';
import type { DigestPeriod } from './period';
import { accountsSection } from './sections/accounts';
import { changesSection } from './sections/changes';
import { coverageSection } from './sections/coverage';
import { criticalSections } from './sections/critical';
import { exceptionsSection } from './sections/exceptions';
import { findingsSection } from './sections/findings';
import { numbersSection } from './sections/numbers';
import { countOf, numberOf, textOf, type TextRow } from '../shared/athena/text-row';
import { counted } from './words';

/** The rows of every query of a digest. */
export type DigestRows = Readonly<Record<DigestQuery, readonly TextRow[]>>;

/**
 * Composes the digest of a period from what its queries answered.
 * @throws Error for an answer without the columns or the one row that its query always has
 */
export function composeDigest(rows: DigestRows, { id, days }: DigestPeriod): Document {
  const [coverage] = rows.digest_coverage;
  if (coverage === undefined)
    throw new Error('the query digest_coverage answered no row, it must answer one');
  const numbersOf = (daysAgo: number) =>
    rows.digest_numbers.find((row) => numberOf(row, 'days_ago') === daysAgo);
  const now = numbersOf(0);
  const before = numbersOf(days);
  const ofPeriod = (row: TextRow) => numberOf(row, 'days') === days;
  const findingChanges = rows.digest_finding_changes.filter(ofPeriod);
  const changes = rows.digest_changes.filter((row) => countOf(row, 'days_ago') < days);

  const without = countOf(coverage, 'failed') + countOf(coverage, 'missing');
  const pending = countOf(coverage, 'pending');
  const facts = [
    // Without a list of accounts a silent one cannot be missed, which is no good news.
    numberOf(coverage, 'directory_age_days') === undefined
      ? 'silent accounts unknown'
      : `${counted(without, 'account')} without a report`,
    ...(pending > 0 ? [`${pending.toLocaleString('en-US')} not due yet`] : []),
    ...(before === undefined ? [] : [counted(findingChanges.filter(isNew).length, 'new finding')]),
    ...(now === undefined ? ['no reports'] : [counted(countOf(now, 'console_users'), 'console user')]),
  ];
  return {
    title: `Credential report ${id}: ${facts.join(', ')}`,
    lead: [leadText(coverage, now, before, days)],
    sections: [
      coverageSection(coverage, rows.digest_gaps),
      ...(now === undefined
        ? []
        : [
            numbersSection(now, before, days),
            ...criticalSections(rows.digest_critical),
            findingsSection(rows.digest_findings, findingChanges, before !== undefined),
          ]),
      ...(before === undefined ? [] : [changesSection(changes, days)]),
      exceptionsSection(rows.digest_exceptions),
      ...(now === undefined ? [] : [accountsSection(rows.digest_accounts)]),
    ],
    footer:
      'Every number is a query: see digest_* among the saved queries of the Athena workgroup, or credential-report query --named.',
  };
}

function isNew(row: TextRow): boolean {
  return textOf(row, 'change') === 'new';
}

function leadText(
  coverage: TextRow,
  now: TextRow | undefined,
  before: TextRow | undefined,
  days: number,
): string {
  const day = textOf(coverage, 'report_date');
  if (now === undefined)
    return `State of ${day}. No account has handed in a report in the last 7 days, so nothing is known of its users.`;
  const reports = `State of ${day}, from the newest reports of ${counted(countOf(now, 'accounts'), 'account')}`;
  return before === undefined
    ? `${reports}. There is no report of ${counted(days, 'day')} ago or earlier to compare with yet.`
    : `${reports}, compared with ${days === 1 ? 'the day' : counted(days, 'day')} before.`;
}
