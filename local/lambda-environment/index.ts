import { fork, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
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

export interface LambdaEnvironmentProps {
  /** Path of a CommonJS file that exports `handler`. */
  readonly artifact: string;
  /** Environment variables of the function, credentials and endpoint included. */
  readonly variables: Readonly<Record<string, string>>;
  readonly functionArn: string;
  readonly timeoutSeconds: number;
  readonly clock: OrganizationClock;
  /** What the function prints, piece by piece, until the process has ended. @default nobody reads it */
  readonly printed?: (text: string) => void;
}

type InvocationError = ResultMessage['error'];

/** A warm Lambda environment. */
export interface LambdaEnvironment {
  /**
   * Runs the handler once; one invocation at a time.
   * @returns the handler's error, null when it succeeded
   * @throws Error when the process dies
   */
  invoke(event: unknown): Promise<InvocationError>;
  /** @returns when the process has ended and everything that it printed was read */
  close(): Promise<void>;
}

/** Starts a process of its own that loads the artifact and waits for invocations. */
export function startLambdaEnvironment(props: LambdaEnvironmentProps): LambdaEnvironment {
  const child = fork(join(packageRoot(), 'dist/local/lambda-environment/environment.js'), [props.artifact], {
    stdio: ['ignore', props.printed === undefined ? 'ignore' : 'pipe', 'inherit', 'ipc'],
    env: {
      // Where the runtime's SDK lies for an artifact outside of this package.
      NODE_PATH: dirname(dirname(dirname(require.resolve('@aws-sdk/client-iam/package.json')))),
      NODE_NO_WARNINGS: '1',
      ...props.variables,
    },
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => props.printed?.(text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    invoke: async (event) => (await invoke(child, props, event)).error,
    close: () => {
      child.kill();
      return ended;
    },
  };
}

function invoke(child: ChildProcess, props: LambdaEnvironmentProps, event: unknown): Promise<ResultMessage> {
  const { clock, functionArn, timeoutSeconds } = props;
  const send = (message: InvokeMessage | TimeMessage) => child.send(message);
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error(`the Lambda environment of ${functionArn} ended`));
    const listen = (message: ResultMessage | WaitMessage) => {
      if (message.type === 'wait') {
        clock.advanceTo(new Date(message.until));
        send({ type: 'time', now: clock.now().getTime() });
        return;
      }
      child.off('message', listen).off('exit', died);
      resolve(message);
    };
    child.on('message', listen).once('exit', died);
    send({
      type: 'invoke',
      event,
      functionArn,
      now: clock.now().getTime(),
      timeoutMs: timeoutSeconds * 1_000,
    });
  });
}
