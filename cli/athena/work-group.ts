import { AthenaClient, GetQueryExecutionCommand } from '@aws-sdk/client-athena';
import { answerOf, type AthenaAnswer } from '../../lambda/shared/athena/answer-of';
import { runStatement } from '../../lambda/shared/athena/run-statement';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { awsSettings, type AwsOptions } from '../aws-settings';
import { awsError } from '../aws-error';
import { CommandError } from '../command-error';
import { sleepUnless } from '../sleep-unless';
import type { Terminal } from '../terminal';

/** Athena ends a query after 30 minutes by itself. */
const patienceMs = 1_800_000;

/** Whom to ask. */
export interface WorkGroup {
  readonly workGroup: string;
  readonly database: string;
}

/** What a query cost: Athena bills what it reads. */
export interface Scanned {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** A workgroup of Athena that is asked from a command. */
export interface OpenWorkGroup {
  /** @throws CommandError with Athena's own message */
  ask(sql: string): Promise<AthenaAnswer>;
  /** Of all that was asked. */
  scanned(): Scanned;
  close(): void;
}

/** @param stop ends a query that is under way, in Athena too */
export function openWorkGroup(
  { workGroup, database }: WorkGroup,
  options: AwsOptions,
  terminal: Pick<Terminal, 'now' | 'sleep'>,
  stop?: AbortSignal,
): OpenWorkGroup {
  const athena = new AthenaClient(awsSettings(options));
  const endsAt = terminal.now().getTime() + patienceMs;
  const remainingMs = () => (stop?.aborted === true ? 0 : endsAt - terminal.now().getTime());
  const sleep = (milliseconds: number) => sleepUnless(stop, terminal.sleep(milliseconds));
  const scanned = { bytes: 0, milliseconds: 0 };
  return {
    async ask(sql) {
      try {
        await Promise.all([athena.config.region(), athena.config.credentials()]);
      } catch (error) {
        throw awsError(error, `asking the workgroup ${workGroup}`);
      }
      try {
        const id = await runStatement(sql, { athena, workGroup, database, sleep, remainingMs });
        const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
        scanned.bytes += QueryExecution?.Statistics?.DataScannedInBytes ?? 0;
        scanned.milliseconds += QueryExecution?.Statistics?.TotalExecutionTimeInMillis ?? 0;
        return await answerOf(athena, id);
      } catch (error) {
        if (stop?.aborted === true) throw new CommandError('stopped: the query was ended in Athena too');
        throw new CommandError(`cannot ask the workgroup ${workGroup}: ${messageOf(error)}`);
      }
    },
    scanned: () => scanned,
    close: () => athena.destroy(),
  };
}
