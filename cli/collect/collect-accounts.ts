import type { IAMClient } from '@aws-sdk/client-iam';
import type { STSClient } from '@aws-sdk/client-sts';
import type { AccountLine } from '../../lambda/accounts/account-line';
import { collect, type Collected } from '../../lambda/collector/collect';
import { collectorTimeoutSeconds, type FactScope } from '../../lambda/collector/contract';
import type { Waits } from '../../lambda/shared/runtime/waits';
import { abortIn } from '../../lambda/shared/runtime/abort-in';
import type { Caller } from './caller';
import type { ReadableStore } from './destination';
import { readKeptReport, type KeptReport } from './kept-report';
import { memberSession } from './member-session';
import { stoppableRun, type StoppableRun } from './stoppable-run';

/** What collecting many accounts works with. */
export interface CollectAccountsDependencies extends Waits {
  readonly sts: STSClient;
  /** The caller's own account is collected with this one, without a role. */
  readonly ownIam: IAMClient;
  /** Makes a client that asks for credentials before each request. */
  readonly memberIam: (credentials: ReturnType<typeof memberSession>['credentials']) => IAMClient;
  readonly store: ReadableStore;
  readonly now: () => Date;
  readonly version: string;
  /** What is read beside the reports. */
  readonly facts: FactScope;
  /** Called once an account is done, well or not. */
  readonly done: (account: AccountLine) => void;
}

/** How one account went: what came of its run, or why it failed. */
export interface AccountOutcome {
  readonly account: AccountLine;
  readonly result: (Collected & { readonly kept?: KeptReport }) | Error;
}

/** How to collect. */
export interface CollectAccountsRequest {
  readonly caller: Caller;
  readonly roleName: string;
  /** Accounts at the same time. */
  readonly concurrency: number;
  readonly scheduledAt: Date;
  /** Gives up what still waits for a report and begins nothing more. @default never */
  readonly stop?: AbortSignal;
}

/**
 * Collects every account, a few at a time; one that fails stops no other. Outcomes stand in the order of the
 * accounts; one that was stopped, or not begun, has none. Making a client costs more than all calls of an account, so each worker keeps its own.
 */
export async function collectAccounts(
  deps: CollectAccountsDependencies,
  accounts: readonly AccountLine[],
  request: CollectAccountsRequest,
): Promise<AccountOutcome[]> {
  const outcomes: (AccountOutcome | undefined)[] = [];
  const waiting = accounts.entries();
  const work = async () => {
    const session = memberSession(deps.sts, request.caller.partition, request.roleName);
    const memberIam = deps.memberIam(session.credentials);
    for (const [index, account] of waiting) {
      if (request.stop?.aborted) break;
      session.enter(account.account_id);
      const own = account.account_id === request.caller.accountId;
      const result = await stoppableRun(request.stop, deps.store, (given) =>
        collectAccount({ ...deps, ...given }, own ? deps.ownIam : memberIam, account, request.scheduledAt),
      );
      if (result === undefined) break;
      outcomes[index] = { account, result };
      deps.done(account);
    }
    memberIam.destroy();
  };
  await Promise.all(Array.from({ length: Math.min(request.concurrency, accounts.length) }, work));
  return outcomes.filter((outcome) => outcome !== undefined);
}

async function collectAccount(
  deps: CollectAccountsDependencies & StoppableRun,
  iam: IAMClient,
  account: AccountLine,
  scheduledAt: Date,
): Promise<AccountOutcome['result']> {
  const { store, now, sleep, random, version, facts } = deps;
  const end = now().getTime() + collectorTimeoutSeconds * 1_000;
  const remainingMs = () => end - now().getTime();
  // Asked for once the report is here, and before it is stored.
  const accountName = () => {
    deps.reportIsHere();
    return Promise.resolve(account.account_name);
  };
  try {
    const collected = await collect(
      { iam, accountName, store, now, sleep, random, remainingMs, abortIn, version, facts },
      { accountId: account.account_id, scheduledAt },
    );
    if (collected.isNew) return collected;
    return { ...collected, kept: await readKeptReport((key) => store.read(key), collected.record) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
