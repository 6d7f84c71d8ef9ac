import type { PageData } from '../page-data';
import { headlinesOf } from './headline';
import { silentAccounts } from './silent-accounts';
import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { firstOf, longDay, sinceWords } from './words';

/** The story in sentences: who reported, where the numbers go, what to do first. */
export function Lede({ data }: { readonly data: PageData }) {
  return (
    <p class="lede">
      {coverageSentence(data)} {trendSentence(data)} {findingsSentence(data)}
    </p>
  );
}

function coverageSentence(data: PageData): string {
  const today = data.coverageByDay.rows.find(({ day }) => day === data.asOf);
  if (today === undefined) return 'Nothing is known about which accounts should report.';
  const expected = today.collected + today.pending + today.failed + today.missing;
  if (today.without_list > 0) return 'No list of accounts is known, so nobody knows who is silent.';
  const silent = silentAccounts(data).map(({ account }) => account);
  const reported = `${readableNumber(today.collected)} of ${counted(expected, 'account')} reported on ${longDay(data.asOf)}`;
  return silent.length === 0 ? `${reported}.` : `${reported}; silent: ${firstOf(silent, 3)}.`;
}

function trendSentence(data: PageData): string {
  const { since, numbers } = headlinesOf(data);
  const console = numbers[0];
  if (since === undefined || console?.before === undefined) return '';
  const period = sinceWords(since, data.asOf);
  const now = readableNumber(console.value);
  if (console.value === console.before) return `Console users stayed at ${now} ${period}.`;
  const way = console.value < console.before ? 'went down' : 'went up';
  return `Console users ${way} from ${readableNumber(console.before)} to ${now} ${period}.`;
}

function findingsSentence({ findingCounts, findingsByAccount }: PageData): string {
  const open = (severity: string) => findingCounts.rows.find((row) => row.severity === severity)?.open ?? 0;
  const worst = findingsByAccount.rows[0];
  if (worst === undefined) {
    return open('info') === 0
      ? 'No finding is open.'
      : `No finding above info is open; of info there ${open('info') === 1 ? 'is' : 'are'} ${readableNumber(open('info'))}.`;
  }
  const urgent = [
    ...(open('critical') > 0 ? [`${readableNumber(open('critical'))} critical`] : []),
    ...(open('high') > 0 ? [`${readableNumber(open('high'))} high`] : []),
  ];
  if (urgent.length === 0) return 'No critical or high finding is open.';
  return `Open findings: ${urgent.join(' and ')}; first look at ${worst.account}.`;
}
