import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreign, type Line } from '../../shared/messages/document';
import { fewOrCounted } from '../few-or-counted';
import { accountOf, inTable } from '../words';

type LeftAccount = DigestRow<'digest_left_accounts'>;

/** Accounts that left the organization in the period: no number holds them any more. */
export function leftAccountLines(accounts: readonly LeftAccount[]): Line[] {
  return fewOrCounted(accounts, leftAccountLine, inTable('left_account'));
}

function leftAccountLine(row: LeftAccount): Line {
  return [
    ...accountOf(row),
    ...(row.ou_path === null || row.ou_path === '' ? [] : [' of ', foreign(row.ou_path)]),
    ` left the organization: last listed ${row.last_listed_on}, in no number any more`,
  ];
}
