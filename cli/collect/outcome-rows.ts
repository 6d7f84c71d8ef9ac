import { nothingNew } from '../../lambda/collector/store-report';
import type { AccountLine } from '../../lambda/accounts/account-line';
import type { OutputFormat } from '../output/result-text';
import type { AccountOutcome } from './collect-accounts';

export const outcomeColumns = ['account_id', 'account_name', 'status', 'users', 'remarks'] as const;

/**
 * The summary of a collection: what became of every account.
 * @param format a table names a failure, which is said beside it; other formats have all of it in each row
 */
export function outcomeRows(
  accounts: readonly AccountLine[],
  outcomes: readonly AccountOutcome[],
  format: OutputFormat,
): unknown[][] {
  const results = new Map(outcomes.map(({ account, result }) => [account.account_id, result]));
  return accounts.map(({ account_id: id, account_name: name, state, expected }) => {
    const result = results.get(id);
    if (result === undefined && expected) return [id, name, 'not reached', null, 'the command was stopped'];
    if (result === undefined) return [id, name, 'not expected', null, `the account is ${state}`];
    if (result instanceof Error) {
      const { name: error, message } = result;
      return [id, name, 'failed', null, format === 'table' ? error : `${error}: ${message}`];
    }
    const { record, kept } = result;
    if (kept === undefined) return [id, name, 'collected', record.users, record.warnings.join('; ')];
    const remarks = [...kept.remarks, ...record.warnings.filter((warning) => warning !== nothingNew)];
    return [id, name, 'kept', kept.users, remarks.join('; ')];
  });
}
