import { fork, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { packageRoot } from '../../package-root';
import type { InvokeMessage, ResultMessage, TimeMessage, WaitMessage } from './messages';

/** The organization's clock: stands still unless somebody waits. */
export interface OrganizationClock {
  now(): Date;
  /** Never goes back. */
  advanceTo(time: Date): void;
}

/** A clock that begins at a time. */
export function organizationClock(start: Date): OrganizationClock {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    advanceTo: (time) => (current = Math.max(current, time.getTime())),
  };
}

/** A function as it is deployed in one account. */
export interface DeployedFunction {
  readonly functionArn: string;
  /** Environment variables, credentials and endpoint included. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface LambdaEnvironmentProps extends DeployedFunction {
  /** Path of a CommonJS file that exports `handler`. */
  readonly artifact: string;
  readonly timeoutSeconds: number;
  readonly clock: OrganizationClock;
  /** What the function prints, piece by piece; that of an invocation before its end is known. @default nobody reads it */
  readonly printed?: (text: string) => void;
}

type InvocationError = ResultMessage['error'];

/**
 * A warm Lambda environment. AWS gives each function one of its own; an artifact that keeps nothing between invocations
 * cannot tell, and loading the SDK is most of what a process does.
 */
export interface LambdaEnvironment {
  /**
   * Runs the handler once; one invocation at a time. One that is still waiting at the function's timeout ends there, and
   * the next one starts in a process of its own, as in Lambda.
   * @param as another function with the same artifact
   * @returns the handler's error, null when it succeeded
   * @throws Error when the process dies
   */
  invoke(event: unknown, as?: DeployedFunction): Promise<InvocationError>;
  /** @returns when the process has ended and everything that it printed was read */
  close(): Promise<void>;
}

/** Starts a process of its own that loads the artifact and waits for invocations. */
export function startLambdaEnvironment(props: LambdaEnvironmentProps): LambdaEnvironment {
  let running = startProcess(props);
  const stop = () => {
    running.child.kill();
    return running.ended;
  };
  return {
    async invoke(event, as = props) {
      const result = await invoke(running.child, props, as, event);
      if (result !== undefined) {
        await running.hasPrinted(result.printedBytes);
        return result.error;
      }
      await stop();
      running = startProcess(props);
      const seconds = props.timeoutSeconds.toFixed(2);
      return { name: 'Sandbox.Timedout', message: `Task timed out after ${seconds} seconds` };
    },
    close: stop,
  };
}

function startProcess({ artifact, printed, variables }: LambdaEnvironmentProps) {
  const child = fork(join(packageRoot(), 'dist/local/lambda-environment/environment.js'), [artifact], {
    stdio: ['ignore', printed === undefined ? 'ignore' : 'pipe', 'inherit', 'ipc'],
    env: {
      // Where the runtime's SDK lies for an artifact outside of this package.
      NODE_PATH: dirname(dirname(dirname(require.resolve('@aws-sdk/client-iam/package.json')))),
      NODE_NO_WARNINGS: '1',
      ...variables,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, ended, hasPrinted: readPrinted(child, printed) };
}

/** @returns what waits until so many bytes were read, or the process has closed its output */
function readPrinted({ stdout }: ChildProcess, printed: LambdaEnvironmentProps['printed']) {
  if (stdout === null || printed === undefined) return () => Promise.resolve();
  const decoder = new StringDecoder('utf8');
  let read = 0;
  let wake: () => void = () => {};
  stdout.on('data', (piece: Buffer) => {
    printed(decoder.write(piece));
    read += piece.length;
    wake();
  });
  stdout.on('close', () => wake());
  return async (bytes: number) => {
    while (read < bytes && !stdout.closed) await new Promise<void>((resolve) => (wake = resolve));
  };
}

/** @returns undefined when the time of the function was over first */
function invoke(
  child: ChildProcess,
  props: LambdaEnvironmentProps,
  { functionArn, variables }: DeployedFunction,
  event: unknown,
): Promise<ResultMessage | undefined> {
  const { clock } = props;
  const timeoutMs = props.timeoutSeconds * 1_000;
  const start = clock.now().getTime();
  const send = (message: InvokeMessage | TimeMessage) => child.send(message);
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error(`the Lambda environment of ${functionArn} ended`));
    const end = (result: ResultMessage | undefined) => {
      child.off('message', listen).off('exit', died);
      resolve(result);
    };
    const listen = (message: ResultMessage | WaitMessage) => {
      if (message.type === 'result') return end(message);
      clock.advanceTo(new Date(Math.min(message.until, start + timeoutMs)));
      if (message.until > start + timeoutMs) end(undefined);
      else send({ type: 'time', now: clock.now().getTime() });
    };
    child.on('message', listen).once('exit', died);
    send({ type: 'invoke', event, functionArn, variables, now: start, timeoutMs });
  });
}
