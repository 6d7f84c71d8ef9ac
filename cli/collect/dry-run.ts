import type { AccountLine } from '../../lambda/accounts/account-line';
import { accountsKey, factsKey, reportKey, runRecordKey } from '../../lambda/report/object-key';
import type { Caller } from './caller';
import { memberRole } from './member-session';

/** What a collection would do, as far as it can be known before. */
export interface DryRunRequest {
  readonly caller: Caller;
  readonly roleName: string;
  readonly scheduledAt: Date;
  readonly out: string;
}

export const dryRunColumns = ['account_id', 'account_name', 'ou_path', 'through', 'report'] as const;

/** Who would be collected, through which role, and what would be written of each. */
export function dryRunRows(
  accounts: readonly AccountLine[],
  { caller, roleName, scheduledAt }: DryRunRequest,
): unknown[][] {
  return accounts.map(({ account_id: id, account_name: name, ou_path }) => [
    id,
    name,
    ou_path,
    id === caller.accountId ? `own credentials, ${caller.arn}` : memberRole(caller.partition, id, roleName),
    reportKey(scheduledAt, id, name),
  ]);
}

/** What would be written beside the reports, and that nothing was. */
export function dryRunSentence(
  collected: number,
  leftOut: number,
  { scheduledAt, out }: DryRunRequest,
): string {
  const [facts, run] = [factsKey, runRecordKey].map((key) => key(scheduledAt, 'ACCOUNT'));
  return (
    `${collected} accounts would be collected into ${out}, ${leftOut} left out; beside each report ${facts} and ${run}, ` +
    `and ${accountsKey(scheduledAt)}; nothing was written, and no role was assumed`
  );
}
