import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreign, type Section } from '../../shared/messages/document';
import { accountOf, inTable } from '../words';

type LeftAccount = DigestRow<'digest_left_accounts'>;

/** Accounts that left the organization in the period: no number holds them any more. None, no section. */
export function leftAccountsSections(accounts: readonly LeftAccount[]): Section[] {
  if (accounts.length === 0) return [];
  return [
    {
      heading: 'Accounts that left the organization',
      lines: accounts.map((row) => [
        ...accountOf(row),
        ...(row.ou_path === null || row.ou_path === '' ? [] : [' of ', foreign(row.ou_path)]),
        `: last listed ${row.last_listed_on}, in no number any more`,
      ]),
      seeAll: inTable('left_account'),
    },
  ];
}
