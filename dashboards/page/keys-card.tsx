import { counted } from '../../lambda/shared/text/counted';
import type { PageData } from '../page-data';
import { BehindIt } from './behind-it';

/** So many are shown with the overview; the list of keys has all. */
const mostKeys = 10;

/** The access keys to act on first, and what to do about each. */
export function KeysCard({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.keysToActOn;
  return (
    <section class="card full" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys to act on</h2>
      <p class="summary">
        {rows.length === 0
          ? 'There is no active access key but those with an exception.'
          : rows.length > mostKeys
            ? `The first ${mostKeys} of ${counted(rows.length, 'access key')}, the worst first.`
            : `${counted(rows.length, 'access key')}, the worst first.`}{' '}
        <a href="#keys">All keys, with what to do</a>
      </p>
      <ul class="listed">
        {rows.slice(0, mostKeys).map((row) => (
          <li>
            <span class={row.advice.startsWith('quarantined') ? 'ends worse' : 'ends'}>{row.advice}</span>
            <strong>{row.key_id === '' ? row.credential.replaceAll('_', ' ') : row.key_id}</strong>
            <span>
              {row.user_name} in {row.account_name} <small>{row.account_id}</small>
              {row.owner !== '' && `, owner ${row.owner}`}
            </span>
            <span class="note">{row.reason}</span>
          </li>
        ))}
      </ul>
      <BehindIt title="Keys to act on" columns={asked.columns} rows={rows} sql={asked.sql} />
    </section>
  );
}
