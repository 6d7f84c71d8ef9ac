import type { DigestRow } from '../../../athena-ddl/questions/digest';
import type { Section } from '../../shared/messages/document';
import { counted } from '../../shared/text/counted';
import { accountOf, savedQuery } from '../words';

/** Where most people still sign in as IAM users. */
export function accountsSection(accounts: readonly DigestRow<'digest_accounts'>[]): Section {
  const [first] = accounts;
  const left = first === undefined ? 0 : first.accounts_with_console_users - accounts.length;
  const seeAll = savedQuery('console_users_by_account');
  return {
    heading: 'Accounts with most console users',
    lines:
      accounts.length === 0
        ? [['No account has a console user.']]
        : [
            ...accounts.map((row) => [...accountOf(row), `: ${counted(row.console_users, 'console user')}`]),
            ...(left > 0 ? [[`… and ${counted(left, 'account')} more: ${seeAll}`]] : []),
          ],
    seeAll,
  };
}
