import type { AccountLine } from '../../lambda/accounts/account-line';
import { storeAccountList } from '../../lambda/accounts/store-account-list';
import type { FactScope } from '../../lambda/collector/contract';
import { collectorVersion } from '../../lambda/collector/version';
import type { AwsOptions } from '../aws-settings';
import type { CommandContext } from '../command';
import { exitCode } from '../exit-code';
import { resultText, type ResultStyle } from '../output/result-text';
import { startProgress } from '../progress';
import { isChoice, leftOut, type AccountChoice } from './account-choice';
import { readAccountList } from './account-list';
import { identifyCaller } from './caller';
import { collectClients } from './clients';
import { collectAccounts } from './collect-accounts';
import { readDestination } from './destination';
import { dryRunColumns, dryRunRows, dryRunSentence } from './dry-run';
import { failureLines } from './failure-lines';
import { listToStore } from './list-to-store';
import { outcomeColumns, outcomeRows } from './outcome-rows';
import { outcomeSentence } from './outcome-sentence';
import { writingError } from './writing-error';

export interface CollectOptions extends AwsOptions, ResultStyle, AccountChoice {
  readonly out: string;
  readonly roleName: string;
  readonly concurrency: number;
  readonly facts: FactScope;
  readonly ownerTag: string;
  readonly bucketOwner?: string;
  readonly dryRun?: boolean;
}

/** Collects the accounts that were chosen, until it is stopped. */
export async function runCollect(options: CollectOptions, context: CommandContext): Promise<void> {
  const { terminal, finish } = context;
  const { out, roleName } = options;
  const waits = { sleep: terminal.sleep, random: Math.random };
  const destination = readDestination(out, options, waits);
  const clients = collectClients(options);
  const caller = await identifyCaller(clients.sts, clients.organizations);
  const warn = (text: string) => terminal.err(`warning: ${text}\n`);
  const listed = await readAccountList(clients, caller, options, warn);
  const left = leftOut(listed, options);
  const asked = listed.filter(({ account_id }) => !left.has(account_id));
  const scheduledAt = terminal.now();
  if (options.dryRun === true) {
    const request = { caller, roleName, scheduledAt, out };
    terminal.out(resultText(dryRunColumns, dryRunRows(asked, request), options));
    terminal.note(`${dryRunSentence(asked.length, left.size, request)}\n`);
    return;
  }
  const bucketOwner = options.bucketOwner ?? caller.accountId;
  const store = destination(bucketOwner);
  const accounts = isChoice(options) ? await listToStore(store, scheduledAt, listed, left) : listed;
  await storeAccountList(store, scheduledAt, accounts).catch((error: unknown) => {
    throw writingError(error, out, bucketOwner);
  });

  const progress = startProgress(terminal, 'collecting', asked.length);
  const { outcomes, isStopped } = await terminal.stoppable(async (stop) => ({
    outcomes: await collectAccounts(
      {
        ...clients,
        store,
        now: terminal.now,
        ...waits,
        version: collectorVersion,
        facts: options.facts,
        done: (account) => progress.step(account.account_name),
      },
      asked,
      { caller, scheduledAt, roleName, concurrency: options.concurrency, stop },
    ),
    isStopped: stop.aborted,
  }));
  progress.end();
  const shown = isChoice(options) ? asked : listed;
  terminal.out(resultText(outcomeColumns, outcomeRows(shown, outcomes, options.format), options));
  for (const line of failureLines(outcomes, roleName)) terminal.err(`${line}\n`);
  terminal.note(`${outcomeSentence(outcomes, asked.length, out)}\n`);
  if (isStopped) terminal.err(`${stoppedText(asked, outcomes.length)}\n`);
  if (isStopped) finish(exitCode.interrupted);
  else if (outcomes.some(({ result }) => result instanceof Error)) finish(exitCode.foundProblems);
}

function stoppedText(asked: readonly AccountLine[], reached: number): string {
  return `stopped: what was collected is kept, ${asked.length - reached} accounts were not reached; the same command collects them, and keeps what is there`;
}
