import { getEventListeners } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accountsKey, runRecordKey } from '../../lambda/report/object-key';
import type { AuthorizationRequest, EmbeddedOrganization } from '../../local/organization';
import { cloudFormationService } from '../../local/organization/cloudformation/service';
import { lambdaService } from '../../local/organization/lambda/service';
import { management, startDeployed, workGroupOver } from './deployed-organization';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const region = 'us-east-1';
const [web, shop, closed] = ['100000000007', '100000000008', '100000000009'] as const;
const stackName = (id: string) =>
  id === management ? 'CredentialReportOrganization' : `StackSet-CredentialReportCollector-${id}`;
const arnOf = (id: string) => `arn:aws:cloudformation:${region}:${id}:stack/${stackName(id)}/1a2b`;
const functionOf = (id: string) => `CollectorOf${id}`;

let server: EmbeddedOrganization;
let data: string;
let time: Date;
let invoked: string[];
beforeAll(() => {
  Object.assign(process.env, ownMachineHidden);
});
beforeEach(() => {
  time = new Date('2026-11-22T12:00:00Z');
  data = writeBucket({ [accountsKey(time)]: '{}\n' });
});
afterEach(() => rmSync(data, { recursive: true }));

async function start(isAllowed: (request: AuthorizationRequest) => boolean = () => true): Promise<void> {
  invoked = [];
  const accounts = [management, web, shop];
  server = await startDeployed({
    ids: accounts,
    isAllowed,
    services: [
      cloudFormationService({
        trustedAccess: true,
        stackSets: {
          CredentialReportCollector: [
            ...[web, shop].map((id) => ({ accountId: id, status: 'CURRENT' as const, stackId: arnOf(id) })),
            // Its stack was never made.
            { accountId: closed, status: 'OUTDATED' },
          ],
        },
        stacks: accounts.map((id) => ({
          ...{ accountId: id, region, name: stackName(id), status: 'CREATE_COMPLETE' },
          resources: [
            {
              LogicalResourceId: 'DirectoryAccountsFunction1A2B',
              PhysicalResourceId: 'AccountsOf',
              ResourceType: 'AWS::Lambda::Function',
            },
            {
              LogicalResourceId: 'CollectorFunctionEventInvokeConfig1A2B',
              PhysicalResourceId: 'x',
              ResourceType: 'AWS::Lambda::EventInvokeConfig',
            },
            {
              LogicalResourceId: 'CollectorFunction1A2B',
              PhysicalResourceId: functionOf(id),
              ResourceType: 'AWS::Lambda::Function',
            },
          ],
        })),
      }),
      lambdaService({
        functions: accounts.map((id) => ({ accountId: id, name: functionOf(id) })),
        invoked: ({ name }, event) => invoked.push(`${name} ${JSON.stringify(event)}`),
      }),
      workGroupOver(data, () => time),
    ],
  });
}

const run = (...words: string[]) => runCommand(['run-now', '--format', 'csv', ...words]);

test('every collector is started, the own one without a role', async () => {
  await start();
  const { code, out, err } = await run();
  expect(out).toBe(
    `account,collector,detail\n${[management, web, shop].map((id) => `${id},started,${functionOf(id)}\n`).join('')}` +
      `${closed},failed,Error: its stack was never made: see credential-report status\n`,
  );
  expect(err).toContain('3 collectors started, 1 failed\n');
  expect(code).toBe(2);
  expect([...invoked].sort()).toEqual([management, web, shop].map((id) => `${functionOf(id)} {}`));
  const assumed = server.requests.filter(({ action }) => action === 'sts:AssumeRole');
  expect(assumed.map(({ resource }) => resource).sort()).toEqual(
    [web, shop].map((id) => `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`),
  );
});

test('accounts are chosen, and one without a collector is said to have none', async () => {
  await start();
  expect((await run('--accounts', `${web},${management}`, '--exclude', web)).code).toBe(0);
  expect(invoked).toEqual([`${functionOf(management)} {}`]);
  const { code, err } = await run('--accounts', '100000000002');
  expect(code).toBe(1);
  expect(err).toBe(`error: no collector is deployed in 100000000002: see credential-report status\n`);
});

test('one that is not started stops no other, and --dry-run starts none', async () => {
  await start(({ action, principal }) => action !== 'lambda:InvokeFunction' || principal.accountId !== web);
  const { code, out, err } = await run('--exclude', closed);
  expect(out).toContain(`${web},failed,AccessDeniedException: User: `);
  expect(err).toContain('2 collectors started, 1 failed\n');
  expect(code).toBe(2);
  invoked = [];
  const dry = await run('--dry-run', '--exclude', closed);
  expect(dry.out).toContain(`${web},found,${functionOf(web)}\n`);
  expect({ code: dry.code, invoked }).toEqual({ code: 0, invoked: [] });
});

describe('--wait', () => {
  /** Stores today's run record of an account. */
  const record = (id: string, status: 'collected' | 'failed') => {
    const file = join(data, runRecordKey(time, id));
    mkdirSync(dirname(file), { recursive: true });
    const error = status === 'failed' ? { error: { name: 'AccessDenied', message: 'no' } } : {};
    writeFileSync(
      file,
      `${JSON.stringify({ account_id: id, status, finished_at: time.toISOString(), ...error })}\n`,
    );
  };
  /** Runs the command; `happens` says what happens while it waits for the nth time. */
  const waitWhile = async (
    words: readonly string[],
    happens: (nth: number) => void,
    stop = new AbortController(),
  ) => {
    let waits = 0;
    const outcome = await runCommand(['run-now', '--format', 'csv', '--exclude', closed, ...words], {
      now: () => time,
      stoppable: (work) => work(stop.signal),
      sleep: (milliseconds) => {
        // Athena is looked at in much shorter steps.
        if (milliseconds < 10_000) return Promise.resolve();
        time = new Date(time.getTime() + milliseconds);
        happens((waits += 1));
        return Promise.resolve();
      },
    });
    return { ...outcome, waits };
  };

  test('ends once every account has collected, today and not before', async () => {
    record(web, 'failed');
    await start();
    const { code, out, err, waits } = await waitWhile(['--wait'], (nth) => {
      if (nth === 2) [management, shop].forEach((id) => record(id, 'collected'));
      if (nth === 3) record(web, 'collected');
    });
    expect(out).toBe(
      `account,collector,detail\n${management},collected,at 2026-11-22 12:01:00\n` +
        `${web},collected,at 2026-11-22 12:01:30\n${shop},collected,at 2026-11-22 12:01:00\n`,
    );
    expect(err).toContain(`reported 3/3 ${web}\n`);
    expect(err).toContain('3 accounts: 3 collected, 0 failed, 0 not done\n');
    expect({ code, waits, started: invoked.length }).toEqual({ code: 0, waits: 3, started: 3 });
  });

  test('waits ten minutes for what failed, and as long as it may for what says nothing', async () => {
    await start();
    const stop = new AbortController();
    const fail = (nth: number) => {
      if (nth === 1) [management, web, shop].forEach((id) => record(id, id === web ? 'failed' : 'collected'));
    };
    const failing = await waitWhile(['--wait'], fail, stop);
    expect(failing.out).toContain(`${web},failed,AccessDenied: no\n`);
    // From half a minute on, when it failed.
    expect({ code: failing.code, waits: failing.waits }).toEqual({ code: 2, waits: 21 });
    // One for each look would be a warning of Node after ten of them.
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    rmSync(join(data, runRecordKey(time, shop)));
    const silent = await waitWhile(['--wait', '5', '--accounts', shop], () => undefined);
    expect(silent.out).toBe(`account,collector,detail\n${shop},started,${functionOf(shop)}\n`);
    expect(silent.err).toContain('1 account: 0 collected, 0 failed, 1 not done\n');
    expect({ code: silent.code, waits: silent.waits }).toEqual({ code: 2, waits: 10 });
  });

  test('ends with the day, whose records it waits for', async () => {
    time = new Date('2026-11-22T23:59:00Z');
    await start();
    expect(await waitWhile(['--wait'], () => undefined)).toMatchObject({ code: 2, waits: 2 });
  });

  test('is ended by Ctrl-C, which stops no collector', async () => {
    await start();
    const stop = new AbortController();
    const { code, out, err } = await waitWhile(
      ['--wait'],
      (nth) => (nth === 1 ? record(web, 'collected') : stop.abort()),
      stop,
    );
    expect(out).toContain(`${web},collected,at 2026-11-22 12:00:30\n${shop},started,${functionOf(shop)}\n`);
    expect(err).toContain('stopped: the collectors run on; credential-report status shows what came\n');
    expect(code).toBe(130);
  });

  test('starts nothing where run records cannot be read, and no dry run', async () => {
    await start(({ action }) => !action.startsWith('athena:'));
    const { code, err } = await run('--wait');
    expect(err).toMatch(/^error: cannot ask the workgroup credential-report: .*not authorized/);
    expect({ code, invoked }).toEqual({ code: 1, invoked: [] });
    expect((await run('--wait', '--dry-run')).err).toContain("cannot be used with option '--dry-run'");
    expect((await run('--wait', '0')).err).toContain('from 1 to 240');
  });
});
