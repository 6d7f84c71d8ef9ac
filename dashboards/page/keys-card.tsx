import { counted } from '../../lambda/shared/text/counted';
import type { PageData } from '../page-data';
import { BehindIt } from './behind-it';

/** The access keys to act on first, and what to do about each. */
export function KeysCard({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.keysToActOn;
  const all = rows[0]?.keys_to_act_on ?? 0;
  return (
    <section class="card full" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys to act on</h2>
      <p class="summary">
        {all > rows.length
          ? `The first ${rows.length} of ${counted(all, 'access key')}, the worst first; the query key_triage gives all.`
          : all === 0
            ? 'There is no active access key but those with an exception.'
            : `${counted(all, 'access key')}, the worst first.`}
      </p>
      <ul class="listed">
        {rows.map((row) => (
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
