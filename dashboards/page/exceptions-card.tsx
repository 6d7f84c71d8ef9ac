import { expiringDays } from '../listings/expiring-exceptions';
import { BehindIt } from './behind-it';
import type { PageData } from '../page-data';
import { counted } from '../../lambda/shared/text/counted';
import { longDay } from './words';

const everything: Readonly<Record<string, string>> = {
  account_id: 'every account',
  user_name: 'every user',
  control: 'every control',
};

/** So many are shown; the query gives all. */
const mostExceptions = 20;

/** Exceptions that end soon, or have ended. */
export function ExceptionsCard({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.expiringExceptions;
  const words = (name: 'account_id' | 'user_name' | 'control', value: string) =>
    value === '*' ? everything[name] : value;
  return (
    <section class="card" aria-labelledby="exceptions-title">
      <h2 id="exceptions-title">Exceptions about to end</h2>
      <p class="summary">
        {rows.length === 0
          ? `None ends within ${expiringDays} days.`
          : `${counted(rows.length, 'exception')} ended or will end within ${expiringDays} days.`}
      </p>
      <ul class="listed">
        {rows.slice(0, mostExceptions).map((row) => (
          <li>
            <span class={row.days_left < 0 ? 'ends worse' : 'ends'}>{endWords(row.days_left)}</span>
            <strong>{words('control', row.control)}</strong>
            <span>
              {words('user_name', row.user_name)} in {words('account_id', row.account_id)}
            </span>
            <span class="note">
              {row.reason} — approved by {row.approved_by}, ends on {longDay(row.expires_on)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > mostExceptions && (
        <p class="note">The first {mostExceptions} are shown; the query gives all.</p>
      )}
      <BehindIt title="Exceptions about to end" columns={asked.columns} rows={rows} sql={asked.sql} />
    </section>
  );
}

function endWords(daysLeft: number): string {
  if (daysLeft < 0) return `ended ${counted(-daysLeft, 'day')} ago`;
  return daysLeft === 0 ? 'ends today' : `${counted(daysLeft, 'day')} left`;
}
