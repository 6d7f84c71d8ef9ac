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
  /** Of the function; those of one name have the same code and time. */
  readonly name: string;
  /** Account and region are in its ARN. */
  readonly accountId: string;
  readonly code: () => string;
  readonly timeoutSeconds: number;
  readonly clock: OrganizationClock;
  readonly variables: Readonly<Record<string, string>>;
}

/** A process in which one function of a test at a time runs. */
interface Process {
  readonly environment: LambdaEnvironment;
  readonly uses: { clock: OrganizationClock; printed: string };
}

const folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
const idle = new Map<string, Process[]>();
let functions = 0;
afterAll(async () => {
  for (const { environment } of [...idle.values()].flat()) await environment.close();
  rmSync(folder, { recursive: true });
});

export interface WarmFunction {
  /** @returns the error of the handler, null when it succeeded */
  invoke(event: unknown): ReturnType<LambdaEnvironment['invoke']>;
  /** Everything that it has printed. */
  printed(): string;
  /** Leaves its process to the next function of its name. */
  release(): void;
}

/**
 * A function as it is deployed, in a process that earlier tests of the file have used: handlers keep nothing between
 * invocations, and loading the SDK is most of what a process does.
 */
export function warmFunction(props: WarmFunctionProps): WarmFunction {
  const { name, accountId, clock, variables } = props;
  const waiting = idle.get(name) ?? [];
  idle.set(name, waiting);
  const used = waiting.pop() ?? start(props);
  Object.assign(used.uses, { clock, printed: '' });
  // A name of its own, and with it random numbers of its own.
  functions += 1;
  const functionArn = `arn:aws:lambda:eu-west-1:${accountId}:function:${name}-${functions}`;
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

function start({ name, code, timeoutSeconds, clock }: WarmFunctionProps): Process {
  const artifact = join(folder, `${name}.js`);
  writeFileSync(artifact, code());
  const uses = { clock, printed: '' };
  const environment = startLambdaEnvironment({
    artifact,
    timeoutSeconds,
    // Those of each function come with its invocations.
    functionArn: name,
    variables: {},
    clock: { now: () => uses.clock.now(), advanceTo: (time) => uses.clock.advanceTo(time) },
    printed: (text) => (uses.printed += text),
  });
  return { environment, uses };
}
