import { expiringDays } from '../listings/expiring-exceptions';
import type { PageData } from '../page-data';
import { counted, longDay } from './words';

const everything: Readonly<Record<string, string>> = {
  account_id: 'every account',
  user_name: 'every user',
  control: 'every control',
};

/** Accepted findings whose acceptance ends. */
export function ExceptionsCard({ data }: { readonly data: PageData }) {
  const { rows } = data.expiringExceptions;
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
      <ul class="exceptions">
        {rows.slice(0, 20).map((row) => (
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
    </section>
  );
}

function endWords(daysLeft: number): string {
  if (daysLeft < 0) return `ended ${counted(-daysLeft, 'day')} ago`;
  return daysLeft === 0 ? 'ends today' : `${counted(daysLeft, 'day')} left`;
}
