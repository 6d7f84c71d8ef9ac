import { addressOf } from '../browser/address';
import { dayLabel } from '../charts/day-label';
import { mostAccountsWithGaps, type coverageGaps } from '../listings/coverage-gaps';
import type { PageData } from '../page-data';
import type { RowOf } from '../../athena-ddl/question';
import { Query } from './query';
import { accountWords } from './account-words';
import { counted, readableNumber } from '../../lambda/shared/text/counted';

type Row = RowOf<typeof coverageGaps>;

/** Letters of the cells, so that colour is not all that tells. */
const marks: Readonly<Record<string, string>> = {
  collected: '✓',
  unexpected: 'U',
  pending: '…',
  failed: 'F',
  missing: 'M',
  not_expected: '–',
};

/** Accounts with gaps by days, the newest on the right as in every chart; the script scrolls there. */
export function CoverageGrid({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.coverageGaps;
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  const accounts = [...daysByAccount(rows)];
  if (accounts.length === 0) return <p>No account has a gap.</p>;
  const left = accounts.length - mostAccountsWithGaps;
  const caption = `${counted(Math.min(accounts.length, mostAccountsWithGaps), 'account')} with gaps`;
  return (
    <div class="related">
      <h3>{caption}</h3>
      <p class="note">✓ collected, F failed, M missing, U unexpected, … still to come, – not expected</p>
      <div class="scroll newest-right" role="region" aria-label={caption} tabindex={0}>
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
                  <th scope="row">
                    <a href={addressOf('account', { account_id: id })}>
                      {accountWords(id, known.at(-1)?.account_name ?? '')}
                    </a>
                  </th>
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
