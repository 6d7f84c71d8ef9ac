import type { DigestRow } from '../../../athena-ddl/questions/digest';
import type { Section } from '../../shared/messages/document';
import { counted } from '../../shared/text/counted';
import { accountOf, savedQuery } from '../words';

/** Where most people still sign in as IAM users. Where no account has more than one of them, no section. */
export function accountsSections(accounts: readonly DigestRow<'digest_accounts'>[]): Section[] {
  const [first] = accounts;
  if (first === undefined || first.console_users < 2) return [];
  const left = first.accounts_with_console_users - accounts.length;
  const seeAll = savedQuery('console_users_by_account');
  return [
    {
      heading: 'Accounts with most console users',
      lines: [
        ...accounts.map((row) => [...accountOf(row), `: ${counted(row.console_users, 'console user')}`]),
        ...(left > 0 ? [[`… and ${counted(left, 'account')} more: ${seeAll}`]] : []),
      ],
      seeAll,
    },
  ];
}
