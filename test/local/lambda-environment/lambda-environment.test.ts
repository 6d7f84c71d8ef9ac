import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationClock, startLambdaEnvironment } from '../../../local/lambda-environment';
import { startOrganization } from '../../../local/organization';
import { management, smallOrganization } from '../organization/small-organization';

const start = new Date('2026-11-22T03:00:00Z');
const timedOut = { name: 'Sandbox.Timedout', message: 'Task timed out after 30.00 seconds' };

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A function of 30 seconds made of the body of its handler, which is given the event. */
async function deploy(body: string) {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  const artifact = join(folder, 'index.js');
  writeFileSync(
    artifact,
    `let invocations = 0;
     const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
     const sts = new STSClient({ maxAttempts: 1, requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true } });
     const ask = (options) => sts.send(new GetCallerIdentityCommand({}), options);
     const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
     exports.handler = async (event) => { invocations += 1; ${body} };`,
  );
  const clock = organizationClock(start);
  const aws = await startOrganization({
    organization: smallOrganization,
    buckets: [],
    now: () => clock.now(),
    faults: [{ action: 'sts:GetCallerIdentity', kind: 'no-answer', times: 1 }],
  });
  let printed = '';
  const environment = startLambdaEnvironment({
    artifact,
    functionArn: `arn:aws:lambda:eu-west-1:${management}:function:one`,
    timeoutSeconds: 30,
    clock,
    variables: aws.environment(management),
    printed: (text) => (printed += text),
  });
  cleanups.push(
    () => rmSync(folder, { recursive: true }),
    () => aws.close(),
    () => environment.close(),
  );
  const seconds = () => (clock.now().getTime() - start.getTime()) / 1_000;
  return { environment, seconds, printed: () => printed };
}

test.each<[string, string, { readonly name: string } | null, number]>([
  ['waits for a timer', 'await sleep(29)', null, 29],
  ['waits beyond its end', 'await sleep(31)', timedOut, 30],
  ['waits for nothing at all', 'await new Promise(() => {})', timedOut, 30],
  ['waits for an answer that never comes, up to its limit', 'await ask()', { name: 'TimeoutError' }, 10],
  [
    'gives such a call up by itself',
    'await ask({ abortSignal: AbortSignal.timeout(7_000) })',
    { name: 'AbortError' },
    7,
  ],
  ['has patience left when it is done', 'AbortSignal.timeout(20_000)', null, 0],
  ['has a timer left when it is done', 'void sleep(20)', null, 0],
])('a function that %s', async (_, body, error, seconds) => {
  const one = await deploy(body);
  const outcome = await one.environment.invoke({});
  expect(outcome === null ? null : { ...outcome }).toEqual(
    error === null ? null : expect.objectContaining(error),
  );
  expect(one.seconds()).toBe(seconds);
});

test('after its end comes a new process, and a warm one is kept', async () => {
  const { environment, printed } = await deploy(
    'process.stdout.write(String(invocations)); if (event.forever) await sleep(60)',
  );
  for (const forever of [false, false, true, false]) await environment.invoke({ forever });
  await environment.close();
  expect(printed()).toBe('1231');
});

test('what an invocation printed was read when it ends, however much', async () => {
  const { environment, printed } = await deploy(`process.stdout.write('é'.repeat(event.count))`);
  for (const count of Array.from({ length: 40 }, (_, index) => 30_000 * index)) {
    const before = printed().length;
    await environment.invoke({ count });
    expect(printed().length - before).toBe(count);
  }
});
