import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startLambdaEnvironment,
  type DeployedFunction,
  type LambdaEnvironment,
  type OrganizationClock,
} from '../../local/lambda-environment';

export interface WarmFunctionProps {
  readonly functionArn: string;
  /** Functions of the same code and time take turns in a process. */
  readonly code: string;
  readonly timeoutSeconds: number;
  readonly clock: OrganizationClock;
  readonly variables: Readonly<Record<string, string>>;
  /** What Node reads when the process starts. @default nothing */
  readonly processVariables?: Readonly<Record<string, string>>;
}

/** A process in which one function of a test at a time runs. */
interface Process {
  readonly environment: LambdaEnvironment;
  readonly uses: { clock: OrganizationClock; printed: string };
}

const folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
const idle = new Map<string, Process[]>();
let functions = 0;
let artifacts = 0;
afterAll(async () => {
  for (const { environment } of [...idle.values()].flat()) await environment.close();
  rmSync(folder, { recursive: true });
});

/** The ARN of a function that no test has had before: random numbers of its own come with it. */
export function newArn(accountId: string, name: string): string {
  functions += 1;
  return `arn:aws:lambda:eu-west-1:${accountId}:function:${name}-${functions}`;
}

export interface WarmFunction {
  /** @returns the error of the handler, null when it succeeded */
  invoke(event: unknown): ReturnType<LambdaEnvironment['invoke']>;
  /** Everything that it has printed. */
  printed(): string;
  /** Leaves its process to the next function of its code. */
  release(): void;
}

/**
 * A function as it is deployed, in a process that earlier tests of the file have used: handlers keep nothing between
 * invocations, and loading the SDK is most of what a process does.
 */
export function warmFunction(props: WarmFunctionProps): WarmFunction {
  const { functionArn, code, timeoutSeconds, clock, variables, processVariables } = props;
  const key = JSON.stringify([timeoutSeconds, processVariables, code]);
  const waiting = idle.get(key) ?? [];
  idle.set(key, waiting);
  const used = waiting.pop() ?? start(props);
  Object.assign(used.uses, { clock, printed: '' });
  const as: DeployedFunction = { functionArn, variables };
  let died = false;
  return {
    invoke: (event) =>
      used.environment.invoke(event, as).catch((error: unknown) => {
        died = true;
        throw error;
      }),
    printed: () => used.uses.printed,
    release: () => void (died || waiting.push(used)),
  };
}

function start(props: WarmFunctionProps): Process {
  const { functionArn, code, timeoutSeconds, clock, processVariables = {} } = props;
  const artifact = join(folder, `${(artifacts += 1)}.js`);
  writeFileSync(artifact, code);
  const uses = { clock, printed: '' };
  const environment = startLambdaEnvironment({
    artifact,
    timeoutSeconds,
    // Those of a function come with its invocations.
    functionArn,
    variables: processVariables,
    clock: { now: () => uses.clock.now(), advanceTo: (time) => uses.clock.advanceTo(time) },
    printed: (text) => (uses.printed += text),
  });
  return { environment, uses };
}
