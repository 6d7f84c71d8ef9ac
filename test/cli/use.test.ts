import { rmSync } from 'node:fs';
import { account, event, fileKey, packed, user } from '../local/trail/trail-files';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const signIn = { eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin', awsRegion: 'us-east-1' };
const put = {
  eventSource: 's3.amazonaws.com',
  eventName: 'PutObject',
  eventCategory: 'Data',
  requestParameters: { bucketName: 'shop', key: 'a' },
};

let trail: string;
beforeAll(() => {
  trail = writeBucket({
    [fileKey('2026-11-20')]: packed(
      event({ eventTime: '2026-11-20T08:00:00Z' }),
      event({ eventTime: '2026-11-20T09:30:00Z', sourceIPAddress: '198.51.100.7' }),
      event({ errorCode: 'Client.UnauthorizedOperation' }),
      event({ userIdentity: user('ben') }),
      event(put),
    ),
    [fileKey('2026-11-21', 'two', 'us-east-1')]: packed(
      event({
        ...signIn,
        eventTime: '2026-11-20T23:58:00Z',
        userIdentity: user('anna', { accessKeyId: undefined }),
        responseElements: { ConsoleLogin: 'Success' },
      }),
    ),
    [fileKey('2026-11-22', 'cut')]: packed(event()).subarray(0, 60),
  });
});
afterAll(() => rmSync(trail, { recursive: true }));

const use = (...words: string[]) => runCommand(['use', '--account', account, '--trail', trail, ...words]);
const days = ['--from', '2026-11-20', '--to', '2026-11-22'];

/** Cells of each row of a table, in lines of their own. */
const cellsOf = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) =>
      line
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test('a person reads what was used by service, what was tried apart, and what the answer is made of', async () => {
  const { code, out, err } = await use('--user', 'anna', ...days);
  const [used = '', tried = ''] = out.split('\n\n');
  expect(used).toMatch(/^Used\n/);
  const seen = '2026-11-20 10:00';
  expect(cellsOf(used)).toEqual([
    ['service', 'event', 'calls', 'first (UTC)', 'last (UTC)', 'regions', 'from', 'resources'],
    [
      'ec2',
      'DescribeInstances',
      '2',
      '2026-11-20 08:00',
      '2026-11-20 09:30',
      'eu-central-1',
      '192.0.2.10, 198.51.100.7',
      '',
    ],
    ['s3', 'PutObject', '1', seen, seen, 'eu-central-1', '192.0.2.10', 'arn:aws:s3:::shop/*'],
    ['signin', 'ConsoleLogin', '1', '2026-11-20 23:58', '2026-11-20 23:58', 'us-east-1', '192.0.2.10', ''],
  ]);
  expect(tried).toMatch(/^Attempted\n/);
  expect(cellsOf(tried).slice(1)).toEqual([
    [
      'ec2',
      'DescribeInstances',
      'Client.UnauthorizedOperation',
      '1',
      seen,
      seen,
      'eu-central-1',
      '192.0.2.10',
      '',
    ],
  ]);
  expect(err).toBe(`file 1/3 eu-central-1/2026/11/20
file 2/3 eu-central-1/2026/11/22
file 3/3 us-east-1/2026/11/21
events of 2026-11-20 to 2026-11-22, from 3 files of eu-central-1, us-east-1
files of the day after are read too: CloudTrail can deliver an event a day later
a use is a call that succeeded; an attempt was refused or failed, and tells what was wanted
data events were seen of s3.amazonaws.com: of other services they cannot be known
warning: ${fileKey('2026-11-22', 'cut')}: it is cut off
`);
  expect(code).toBe(0);
});

test('a program reads the rows of the view', async () => {
  const { out } = await use('--key', 'AKIAEXAMPLE000000001', ...days, '--format', 'json');
  const rows = JSON.parse(out) as Record<string, unknown>[];
  // Anna's and Ben's, who have the same key here: calls, attempts and a data event.
  expect(
    rows.map(({ event_name, error_code, user_name, calls }) => [event_name, error_code, user_name, calls]),
  ).toEqual([
    ['DescribeInstances', 'Client.UnauthorizedOperation', 'anna', 1],
    ['DescribeInstances', null, 'anna', 2],
    ['DescribeInstances', null, 'ben', 1],
    ['PutObject', null, 'anna', 1],
  ]);
  const csv = (await use('--user', 'ben', ...days, '--format', 'csv')).out;
  expect(csv)
    .toBe(`account_id,event_date,user_name,is_root,access_key_id,event_source,event_name,event_name_raw,error_code,aws_region,is_data_event,calls,first_at,last_at,source_addresses,source_address_count,user_agent_count,resources,resources_cut
${account},2026-11-20,ben,false,AKIAEXAMPLE000000001,ec2.amazonaws.com,DescribeInstances,DescribeInstances,,eu-central-1,false,1,2026-11-20 10:00:00,2026-11-20 10:00:00,"[""192.0.2.10""]",1,1,[],false
`);
});

test('without days the last 90 are asked for, and days without files are named', async () => {
  const { err } = await use('--root');
  expect(err).toContain('events of 2026-08-25 to 2026-11-22, from 3 files');
  expect(err).toContain('\n87 days without any file: 2026-08-25 to 2026-11-19\n');
});

test('a user or key that the reports do not know is named', async () => {
  const data = writeBucket({ 'accounts/2026/11/22/accounts.jsonl': '{}\n' });
  const { err } = await use('--user', 'anna', ...days, '--data', data);
  rmSync(data, { recursive: true });
  expect(err).toContain(`warning: ${data} does not know user anna: nothing is known of account ${account}\n`);
});

test.each([
  {
    name: 'no credential',
    words: ['--account', account],
    err: /whose use\? one of --user NAME, --key AKIA… and --root/,
  },
  { name: 'two credentials', words: ['--account', account, '--root', '--user', 'anna'], err: /whose use\?/ },
  {
    name: 'an account that is none',
    words: ['--account', '1234', '--root'],
    err: /an account id of 12 digits/,
  },
  {
    name: 'a user that is none',
    words: ['--account', account, '--user', "a'b"],
    err: /the name of an IAM user/,
  },
  {
    name: 'a key that is none',
    words: ['--account', account, '--key', 'AIDAEXAMPLE000000001'],
    err: /the id of an access key/,
  },
  {
    name: 'days the wrong way',
    words: ['--account', account, '--root', '--from', '2026-11-21', '--to', '2026-11-20'],
    err: /--from 2026-11-21 is after --to 2026-11-20/,
  },
  {
    name: 'days to come',
    words: ['--account', account, '--root', '--from', '2026-11-23', '--to', '2026-11-24'],
    err: /--from 2026-11-23 is still to come: today is 2026-11-22/,
  },
  {
    name: 'another account',
    words: ['--account', '100000000099', '--root'],
    err: /has no events of account 100000000099: it has those of 100000000007/,
  },
])('$name is refused in words', async ({ words, err }) => {
  const outcome = await runCommand(['use', '--trail', trail, ...words]);
  expect(outcome).toMatchObject({ code: 1, out: '' });
  expect(outcome.err).toMatch(err);
});
