import { dayLabel } from '../charts/day-label';
import { mostAccountsWithGaps, type coverageGaps } from '../listings/coverage-gaps';
import type { PageData } from '../page-data';
import type { RowOf } from '../../athena-ddl/question';
import { Query } from './query';
import { accountWords } from './account-words';
import { silentAccounts } from './silent-accounts';
import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { longDay } from './words';

type Row = RowOf<typeof coverageGaps>;

/** Silent accounts that are named with their reason. */
const mostSilent = 10;

/** Letters of the cells, so that colour is not all that tells. */
const marks: Readonly<Record<string, string>> = {
  collected: '✓',
  unexpected: 'U',
  pending: '…',
  failed: 'F',
  missing: 'M',
  not_expected: '–',
};

/** Accounts with gaps by days, the newest first: it is seen without scrolling. */
export function CoverageGrid({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.coverageGaps;
  const days = [...new Set(rows.map(({ day }) => day))].sort().reverse();
  const accounts = [...daysByAccount(rows)];
  if (accounts.length === 0) return <p>No account has a gap.</p>;
  const left = accounts.length - mostAccountsWithGaps;
  const caption = `${counted(Math.min(accounts.length, mostAccountsWithGaps), 'account')} with gaps`;
  return (
    <div>
      <SilentToday data={data} />
      <h3>{caption}</h3>
      <p class="note">✓ collected, F failed, M missing, U unexpected, … still to come, – not expected</p>
      <div class="scroll" role="region" aria-label={caption} tabindex={0}>
        <table class="grid">
          <caption class="unseen">{caption}, by day</caption>
          <thead>
            <tr>
              <th scope="col">Account</th>
              {days.map((day) => (
                <th scope="col">
                  <abbr title={day}>{dayLabel(day)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accounts.slice(0, mostAccountsWithGaps).map(([id, known]) => {
              const statuses = new Map(known.map(({ day, status }) => [day, status]));
              return (
                <tr>
                  <th scope="row">{accountWords(id, known.at(-1)?.account_name ?? '')}</th>
                  {days.map((day) => (
                    <GridCell status={statuses.get(day)} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <>
          <p class="note">
            {readableNumber(left)} more accounts with fewer gaps are left out. The query for all:
          </p>
          <Query title={caption} sql={asked.sql} />
        </>
      )}
    </div>
  );
}

/** Who to call today, and why. */
function SilentToday({ data }: { readonly data: PageData }) {
  const silent = silentAccounts(data);
  if (silent.length === 0) return null;
  return (
    <>
      <h3>Silent on {longDay(data.asOf)}</h3>
      <ul class="silent">
        {silent.slice(0, mostSilent).map(({ account, status, reason, since }) => (
          <li>
            <strong>{account}</strong> {status}
            {since !== data.asOf && ` since ${longDay(since)}`}
            {reason !== '' && <small> {reason}</small>}
          </li>
        ))}
      </ul>
      {silent.length > mostSilent && (
        <p class="note">and {counted(silent.length - mostSilent, 'more account')}</p>
      )}
    </>
  );
}

function daysByAccount(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const accounts = new Map<string, Row[]>();
  for (const row of rows) {
    const known = accounts.get(row.account_id);
    if (known === undefined) accounts.set(row.account_id, [row]);
    else known.push(row);
  }
  return accounts;
}

function GridCell({ status }: { readonly status: string | undefined }) {
  if (status === undefined) return <td />;
  return (
    <td class={status in marks ? status : ''}>
      <span aria-hidden="true">{marks[status] ?? '?'}</span>
      <span class="unseen">{status.replace('_', ' ')}</span>
    </td>
  );
}
