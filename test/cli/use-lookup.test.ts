import { cloudTrailService } from '../../local/organization/cloudtrail/service';
import type { EventRecord } from '../../local/organization/cloudtrail/look-up-events';
import { startOrganization, type EmbeddedOrganization, type Fault } from '../../local/organization';
import { account, event, user } from '../local/trail/trail-files';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';

const root = { type: 'Root', accountId: account, arn: `arn:aws:iam::${account}:root` };
const events = [
  ...Array.from({ length: 51 }, () => event()),
  event({ awsRegion: 'us-east-1' }),
  event({ awsRegion: 'eu-west-1' }),
  event({ eventTime: '2026-11-21T00:00:00Z' }),
  event({ userIdentity: user('ben') }),
  event({ userIdentity: root, awsRegion: 'us-east-1', eventName: 'ConsoleLogin' }),
  event({ eventCategory: 'Data', managementEvent: false }),
  event({ recipientAccountId: '100000000008' }),
] as unknown as EventRecord[];

let server: EmbeddedOrganization;
let waited: number[];

// Only Date stands still: a client that finds its clock far from the server's tries everything twice.
const timers = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'nextTick',
  'queueMicrotask',
  'performance',
] as const;
beforeAll(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z'), doNotFake: [...timers] });
  Object.assign(process.env, ownMachineHidden);
});
afterAll(() => jest.useRealTimers());
afterEach(() => server.close());

async function lookUp(words: readonly string[], faults: readonly Fault[] = []) {
  server = await startOrganization({
    organization: {
      id: 'o-exampleorg1',
      managementAccountId: account,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: [
        {
          id: account,
          name: 'A',
          email: 'a@example.com',
          joinedAt: '2021-05-01T10:00:00Z',
          parentId: 'r-root',
        },
      ],
    },
    buckets: [],
    faults,
    now: () => new Date(),
    services: [cloudTrailService({ events })],
  });
  Object.assign(process.env, { ...server.environment(account), AWS_REGION: 'eu-central-1' });
  waited = [];
  const sleep = (milliseconds: number) => Promise.resolve(void waited.push(milliseconds));
  return runCommand(['use', '--account', account, ...words, '--format', 'json'], { sleep });
}

const day = ['--from', '2026-11-20', '--to', '2026-11-20', '--lookup-events'];
const calls = (out: string) =>
  (JSON.parse(out) as Record<string, unknown>[]).map((row) => [
    row['aws_region'],
    row['event_name'],
    row['calls'],
  ]);

test("the history of the profile's region and of us-east-1 answers, two calls a second", async () => {
  const { code, out, err } = await lookUp(['--user', 'anna', ...day]);
  expect(calls(out)).toEqual([
    ['eu-central-1', 'DescribeInstances', 51],
    ['us-east-1', 'DescribeInstances', 1],
  ]);
  // Pages of 50: two of the one region, one of the other.
  expect(waited).toEqual([500, 500, 500]);
  expect(err).toBe(`eu-central-1: 51 events
us-east-1: 1 event
events of 2026-11-20 to 2026-11-20, from CloudTrail's history of eu-central-1, us-east-1: of other regions nothing is known
a use is a call that succeeded; an attempt was refused or failed, and tells what was wanted
the history has no data events: what was done to objects of S3, by invoking functions, to items of tables and the like cannot be known
`);
  expect(code).toBe(0);
});

test('regions are those asked for', async () => {
  const { out } = await lookUp(['--user', 'anna', ...day, '--regions', 'eu-west-1,us-east-1']);
  expect(calls(out).map(([region]) => region)).toEqual(['eu-west-1', 'us-east-1']);
});

test.each([
  { who: ['--root'], of: [['us-east-1', 'ConsoleLogin', 1]] },
  // Anna's and Ben's, who have the same key here.
  {
    who: ['--key', 'AKIAEXAMPLE000000001'],
    of: [
      ['eu-central-1', 'DescribeInstances', 51],
      ['eu-central-1', 'DescribeInstances', 1],
      ['us-east-1', 'DescribeInstances', 1],
    ],
  },
])('$who', async ({ who, of }) => {
  expect(calls((await lookUp([...who, ...day])).out)).toEqual(of);
});

test.each([
  {
    name: 'credentials of another account',
    words: ['--account', '100000000008', '--root', ...day],
    err: /answers for the caller's account 100000000007 alone: --account 100000000008 needs credentials of that account/,
  },
  {
    name: 'days before the history',
    words: ['--root', '--lookup-events', '--from', '2026-08-01'],
    err: /--from 2026-08-01 is too early for --lookup-events: the history goes back 90 days/,
  },
  {
    name: 'a trail besides',
    words: ['--root', ...day, '--trail', 'x'],
    err: /'--lookup-events' cannot be used with/,
  },
  { name: 'neither', words: ['--root'], err: /which trail\? --trail PLACE or --lookup-events/ },
  {
    name: 'a region that is none',
    words: ['--root', ...day, '--regions', 'europe'],
    err: /regions such as eu-central-1/,
  },
])('$name is refused in words', async ({ words, err }) => {
  const outcome = await lookUp(words);
  expect(outcome).toMatchObject({ code: 1, out: '' });
  expect(outcome.err).toMatch(err);
});

test('a session that ends on the way is one sentence', async () => {
  const error = { code: 'ExpiredTokenException', status: 400, message: 'as AWS says it' };
  const { code, out, err } = await lookUp(
    ['--root', ...day],
    [{ action: 'cloudtrail:LookupEvents', kind: 'error', error }],
  );
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /^error: asking CloudTrail's history of eu-central-1 failed: the credentials have expired: sign in again [^\n]*\n$/,
  );
});

test('a region that the account has not enabled is named, and the others answer', async () => {
  const error = { code: 'UnrecognizedClientException', status: 400, message: 'as AWS says it' };
  const { code, out, err } = await lookUp(
    ['--user', 'anna', ...day],
    [{ action: 'cloudtrail:LookupEvents', kind: 'error', error, times: 1 }],
  );
  expect(calls(out)).toEqual([['us-east-1', 'DescribeInstances', 1]]);
  expect(err).toContain("from CloudTrail's history of us-east-1: of other regions nothing is known\n");
  expect(err).toMatch(
    /\nwarning: history of eu-central-1: the region eu-central-1 is not enabled in the account\n$/,
  );
  expect(code).toBe(0);
});
