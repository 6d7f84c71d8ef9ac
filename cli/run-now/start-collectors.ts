import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { STSClient } from '@aws-sdk/client-sts';
import type { awsSettings } from '../aws-settings';
import type { CallerIdentity } from '../caller-identity';
import { memberSession } from '../collect/member-session';
import type { CollectorStack } from './collector-stacks';
import { findCollector } from './find-collector';

/** Accounts at the same time. */
const workers = 10;

/** With what accounts are entered. */
export interface StartDependencies {
  readonly sts: STSClient;
  readonly settings: ReturnType<typeof awsSettings>;
  readonly caller: CallerIdentity;
  readonly roleName: string;
  /** Only finds the functions. */
  readonly isDryRun: boolean;
  /** Called once an account is done, well or not. */
  readonly done: (accountId: string) => void;
}

/** A collector that runs now, by its function's name, or why it does not. */
export interface StartedCollector {
  readonly accountId: string;
  readonly started: string | Error;
}

/** Starts every collector, a few at a time and without waiting for its end; one that fails stops no other. */
export async function startCollectors(
  deps: StartDependencies,
  stacks: readonly CollectorStack[],
): Promise<readonly StartedCollector[]> {
  const outcomes: StartedCollector[] = [];
  const waiting = stacks.entries();
  const work = async () => {
    const session = memberSession(deps.sts, deps.caller.partition, deps.roleName);
    const own = clientsOf(deps.settings);
    const member = clientsOf({ ...deps.settings, credentials: session.credentials });
    for (const [index, { accountId, stack }] of waiting) {
      session.enter(accountId);
      const clients = accountId === deps.caller.accountId ? own : member;
      const started = await start(clients, stack, deps.isDryRun).catch((error: unknown) => error as Error);
      outcomes[index] = { accountId, started };
      deps.done(accountId);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return outcomes;
}

function clientsOf(settings: ConstructorParameters<typeof LambdaClient>[0] & object) {
  return { cloudFormation: new CloudFormationClient(settings), lambda: new LambdaClient(settings) };
}

async function start(
  { cloudFormation, lambda }: ReturnType<typeof clientsOf>,
  stack: string | undefined,
  isDryRun: boolean,
): Promise<string> {
  if (stack === undefined) throw new Error('its stack was never made: see credential-report status');
  const FunctionName = await findCollector(cloudFormation, stack);
  if (isDryRun) return FunctionName;
  // A report can take ten minutes: nobody waits for it, and Lambda tries a run that fails twice more.
  await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: Buffer.from('{}') }));
  return FunctionName;
}
