import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { InvokeMessage, ResultMessage, TimeMessage, WaitMessage } from './messages';
import { repeatableRandom } from './repeatable-random';
import { VirtualTime } from './virtual-time';

/**
 * A Lambda environment: a process that loads an artifact once and runs its handler for every invocation that the
 * parent process sends, one at a time, with the variables of the function that is invoked. Its clock is the organization's.
 */

type Handler = (event: unknown, context: object) => Promise<unknown>;

let clockWentOn: (now: number) => void = () => {};
const send = (message: WaitMessage | ResultMessage) => process.send?.(message);

const time = new VirtualTime((until) => {
  send({ type: 'wait', until });
  return new Promise((resolve) => (clockWentOn = resolve));
});

// The waits of a run, which are spread at random, are part of what it writes down: every demo writes the same, whatever
// other functions run in this process.
const randoms = new Map<string, () => number>();
const randomOf = (functionArn: string) => {
  const random = randoms.get(functionArn) ?? repeatableRandom(1);
  randoms.set(functionArn, random);
  return random;
};
Math.random = repeatableRandom(1);
const ownVariables = { ...process.env };

const artifact = process.argv[2];
if (artifact === undefined) throw new Error('the path of an artifact is missing');
// Loaded only now, so that it sees the organization's clock from its first line on.
const { handler } = createRequire(__filename)(resolve(artifact)) as { handler: Handler };

async function invoke(message: InvokeMessage): Promise<ResultMessage['error']> {
  const { event, functionArn, now, timeoutMs, variables } = message;
  process.env = { ...ownVariables, ...variables };
  Math.random = randomOf(functionArn);
  time.begin(now);
  const context = {
    invokedFunctionArn: functionArn,
    getRemainingTimeInMillis: () => now + timeoutMs - Date.now(),
  };
  try {
    await handler(event, context);
    return null;
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { name, message };
  } finally {
    time.end();
  }
}

process.on('message', (message: InvokeMessage | TimeMessage) => {
  if (message.type === 'time') clockWentOn(message.now);
  else
    void invoke(message).then((error) => {
      send({ type: 'result', error, printedBytes: process.stdout.bytesWritten });
    });
});
