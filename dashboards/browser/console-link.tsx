import { consoleAddress, type ConsoleAccess } from '../../lambda/shared/text/console-address';
import type { Table } from './table';

/** Opens what a row is about in the console of its account; nothing where it cannot be opened. */
export function ConsoleLink(props: {
  readonly access: ConsoleAccess;
  readonly table: Table;
  readonly row: number;
}) {
  const { access, table, row } = props;
  const account = table.text('account_id', row);
  const isOfUser = table.columns.some(({ name }) => name === 'user_name');
  const address = consoleAddress(access, account, isOfUser ? table.text('user_name', row) : '');
  if (address === undefined) return null;
  return (
    <p>
      <a href={address}>
        {isOfUser ? 'Open the user in the AWS console' : 'Open the account in the AWS console'}
      </a>
      {access.accessPortalUrl === undefined && ` (sign in to account ${account} first)`}
    </p>
  );
}
