import { counted } from '../../lambda/shared/text/counted';
import { addressOf } from '../browser/address';
import type { PageData } from '../page-data';
import { silentAccounts } from './silent-accounts';
import { longDay } from './words';

/** Silent accounts that are named with their reason. */
const mostSilent = 10;

/** Who to call today, and why. */
export function SilentToday({ data }: { readonly data: PageData }) {
  const silent = silentAccounts(data);
  return (
    <div>
      <h3>Silent on {longDay(data.asOf)}</h3>
      <ul class="silent">
        {silent.slice(0, mostSilent).map(({ id, account, status, reason, since }) => (
          <li>
            <a href={addressOf('account', { account_id: id })}>{account}</a> {status}
            {since !== data.asOf && ` since ${longDay(since)}`}
            {reason !== '' && <small> {reason}</small>}
          </li>
        ))}
      </ul>
      {silent.length > mostSilent && (
        <p class="note">
          and{' '}
          <a href={addressOf('accounts', { status: 'failed|missing' })}>
            {counted(silent.length - mostSilent, 'more account')}
          </a>
        </p>
      )}
    </div>
  );
}
