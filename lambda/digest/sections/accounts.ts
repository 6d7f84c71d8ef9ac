import type { Section } from '../../shared/messages/document';
import { countOf, type TextRow } from '../../shared/athena/text-row';
import { accountOf, counted, savedQuery } from '../words';

/** Where most people still sign in as IAM users. */
export function accountsSection(accounts: readonly TextRow[]): Section {
  const [first] = accounts;
  const left = first === undefined ? 0 : countOf(first, 'accounts_with_console_users') - accounts.length;
  const seeAll = savedQuery('console_users_by_account');
  return {
    heading: 'Accounts with most console users',
    lines:
      accounts.length === 0
        ? [['No account has a console user.']]
        : [
            ...accounts.map((row) => [
              ...accountOf(row),
              `: ${counted(countOf(row, 'console_users'), 'console user')}`,
            ]),
            ...(left > 0 ? [[`… and ${counted(left, 'account')} more: ${seeAll}`]] : []),
          ],
    seeAll,
  };
}
