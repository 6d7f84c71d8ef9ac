import { runsOfToday } from '../../athena-ddl/questions/runs-of-today';
import { readAnswer } from '../../athena-ddl/read-answer';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { openWorkGroup } from '../athena/work-group';
import { reportDatabase } from '../athena/work-group-name';
import type { AwsOptions } from '../aws-settings';
import { startProgress } from '../progress';
import type { Terminal } from '../terminal';
import { runsByAccount, waitForRuns, type RunsByAccount } from './wait-for-runs';

/** How the reports came that were waited for. */
export interface AwaitedReports {
  /** As they were seen last. */
  readonly runs: RunsByAccount;
  readonly isStopped: boolean;
  /** Why the run records could not be read. */
  readonly problem?: string;
}

/** Where run records are read, and how long they are waited for. */
export interface AwaitOptions extends AwsOptions {
  readonly athena: string;
  /** Minutes. */
  readonly wait: number;
}

/**
 * Asks the deployed workgroup once, before anything is started in vain.
 * @throws CommandError with Athena's own message
 */
export async function tryWorkGroup(options: AwaitOptions, terminal: Terminal): Promise<void> {
  const athena = openWorkGroup({ workGroup: options.athena, database: reportDatabase }, options, terminal);
  try {
    readAnswer(runsOfToday, await athena.ask(runsOfToday.sql));
  } finally {
    athena.close();
  }
}

/** Waits until the collectors of these accounts have written their run records; Ctrl-C ends the waiting alone. */
export async function awaitReports(
  options: AwaitOptions,
  terminal: Terminal,
  accounts: readonly string[],
  startedAt: Date,
): Promise<AwaitedReports> {
  let runs: RunsByAccount = new Map();
  const progress = startProgress(terminal, 'reported', accounts.length);
  try {
    return await terminal.stoppable(async (stop) => {
      const workGroup = { workGroup: options.athena, database: reportDatabase };
      const athena = openWorkGroup(workGroup, options, terminal, stop);
      const look = async () =>
        (runs = runsByAccount(readAnswer(runsOfToday, await athena.ask(runsOfToday.sql))));
      const { now, sleep } = terminal;
      try {
        const deps = { look, now, sleep, ended: (account: string) => progress.step(account), stop };
        await waitForRuns(deps, accounts, startedAt, options.wait * 60_000);
        return { runs, isStopped: stop.aborted };
      } catch (error) {
        return stop.aborted
          ? { runs, isStopped: true }
          : { runs, isStopped: false, problem: messageOf(error) };
      } finally {
        athena.close();
      }
    });
  } finally {
    progress.end();
  }
}
