import type { DigestRow, DigestRows } from '../../athena-ddl/questions/digest';
import type { Document, Line } from '../shared/messages/document';
import { counted, readableNumber } from '../shared/text/counted';
import type { MessageContext } from '../shared/messages/message-context';
import { digestTitle, namedContext } from './digest-title';
import type { DigestPeriod } from './period';
import { actNowSections } from './sections/act-now';
import { changesSections } from './sections/changes';
import { coverageText } from './sections/collection';
import { numbersSection } from './sections/numbers';

type Numbers = DigestRow<'digest_numbers'> | undefined;

/**
 * Composes the digest of a period from what its queries answered: what to act on, what changed, and how it stands.
 * @throws Error for an answer without the one row that its query always has
 */
export function composeDigest(rows: DigestRows, period: DigestPeriod, context: MessageContext): Document {
  const { days } = period;
  const [coverage] = rows.digest_coverage;
  if (coverage === undefined)
    throw new Error('the query digest_coverage answered no row, it must answer one');
  const numbersOf = (daysAgo: number) => rows.digest_numbers.find((row) => row.days_ago === daysAgo);
  const now = numbersOf(0);
  const before = numbersOf(days);
  return {
    title: digestTitle(
      period,
      namedContext(context, rows.digest_organization),
      factsOf(rows, coverage, now, before, days),
    ),
    lead: leadOf(coverage, now, before, days, context),
    sections: [
      ...actNowSections(rows, coverage, context),
      ...(before === undefined ? [] : changesSections(rows, period)),
      ...(now === undefined ? [] : [numbersSection(now, before, days, rows.digest_findings)]),
    ],
    footer:
      'Every number is a query: see the saved queries of the Athena workgroup, or credential-report query --list.',
  };
}

/** The worst first: who reads the subject alone knows whether to act. */
function factsOf(
  rows: DigestRows,
  coverage: DigestRow<'digest_coverage'>,
  now: Numbers,
  before: Numbers,
  days: number,
): string[] {
  const { failed, missing, pending, list_age_days: listAge } = coverage;
  const critical = rows.digest_findings.find(({ severity }) => severity === 'critical')?.open_findings ?? 0;
  const isCritical = now !== undefined && critical > 0;
  const news = rows.digest_finding_changes.filter((row) => row.days === days && row.change === 'new');
  return [
    ...(isCritical ? [counted(critical, 'critical finding')] : []),
    // Without a list of accounts a silent one cannot be missed, which is no good news.
    listAge === null ? 'silent accounts unknown' : counted(failed + missing, 'silent account'),
    ...(pending > 0 ? [`${readableNumber(pending)} not due yet`] : []),
    ...(before === undefined ? [] : [counted(news.length, 'new finding')]),
    ...(now === undefined ? ['no reports'] : isCritical ? [] : [counted(now.console_users, 'console user')]),
  ];
}

function leadOf(
  coverage: DigestRow<'digest_coverage'>,
  now: Numbers,
  before: Numbers,
  days: number,
  { links }: MessageContext,
): Line {
  const { dashboardUrl: url } = links;
  return [
    `${coverageText(coverage)} ${stateText(now, before, days)}`,
    ...(url === undefined ? [] : [{ words: 'Dashboard', url }]),
  ];
}

function stateText(now: Numbers, before: Numbers, days: number): string {
  if (now === undefined)
    return 'No account has handed in a report in the last 7 days, so nothing is known of its users.';
  const reports = `Numbers are from the newest reports of ${counted(now.accounts, 'account')}`;
  return before === undefined
    ? `${reports}. There is no report of ${counted(days, 'day')} ago or earlier to compare with yet.`
    : `${reports}, compared with ${days === 1 ? 'the day' : counted(days, 'day')} before.`;
}
