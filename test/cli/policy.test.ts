import { rmSync } from 'node:fs';
import { account, event, fileKey, packed, user } from '../local/trail/trail-files';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const call = (service: string, eventName: string, more: Record<string, unknown> = {}) =>
  event({ eventSource: `${service}.amazonaws.com`, eventName, ...more });
const put = (key: string) =>
  call('s3', 'PutObject', { eventCategory: 'Data', requestParameters: { bucketName: 'shop', key } });

let trail: string;
beforeAll(() => {
  trail = writeBucket({
    [fileKey('2026-11-20')]: packed(
      put('a'),
      put('b/c'),
      call('cloudfront', 'CreateInvalidation2020_05_31', {
        requestParameters: { distributionId: 'E1EXAMPLE' },
      }),
      call('lambda', 'CreateFunction20150331', { requestParameters: { functionName: 'resize' } }),
      call('dynamodb', 'ExecuteStatement', { eventCategory: 'Data' }),
      call('sts', 'GetCallerIdentity'),
      call('iam', 'CreateUser', { errorCode: 'AccessDenied' }),
      call('iam', 'CreateUser', { userIdentity: user('ben') }),
      call('sts', 'GetCallerIdentity', { userIdentity: user('cy') }),
    ),
    [fileKey('2026-11-21')]: packed(),
    [fileKey('2026-11-22', 'cut')]: packed(event()).subarray(0, 60),
  });
});
afterAll(() => rmSync(trail, { recursive: true }));

const policy = (...words: string[]) =>
  runCommand([
    'policy',
    ...['--account', account, '--trail', trail, '--from', '2026-11-20', '--to', '2026-11-22'],
    ...words,
  ]);

const statement = (Action: string, ...Resource: string[]) => ({
  Effect: 'Allow',
  Action: [Action],
  Resource,
});

const distribution = `arn:aws:cloudfront::${account}:distribution/E1EXAMPLE`;
const resize = `arn:aws:lambda:eu-central-1:${account}:function:resize`;

test('the policy alone is on standard output, what was used, is unknown and cannot be seen beside it', async () => {
  const { code, out, err } = await policy('--user', 'anna');
  expect(JSON.parse(out)).toEqual({
    Version: '2012-10-17',
    Statement: [
      statement('cloudfront:CreateInvalidation', distribution),
      statement('lambda:CreateFunction', resize, `${resize}:*`),
      statement('s3:PutObject', 'arn:aws:s3:::shop/*'),
    ],
  });
  const [scope, ...lists] = err.split(/^(?=\S.*:\n)/m);
  expect(scope).toContain(
    `data events were seen of dynamodb.amazonaws.com, s3.amazonaws.com: of other services they cannot be known
warning: ${fileKey('2026-11-22', 'cut')}: it is cut off
`,
  );
  expect(lists.map((text) => text.replace(/\d{4}-\d\d-\d\d:\n/, 'DAY:\n'))).toEqual([
    `used and known, by the list of actions of DAY:
  cloudfront:CreateInvalidation on ${distribution}, 1 call
  lambda:CreateFunction on ${resize} and ${resize}:*, 1 call
  s3:PutObject on arn:aws:s3:::shop/*, 2 calls
  sts.amazonaws.com GetCallerIdentity, 1 call: needs no permission
`,
    `used but unknown, and not in the policy:
  dynamodb.amazonaws.com ExecuteStatement, 1 call: one of dynamodb:PartiQLSelect, PartiQLInsert, PartiQLUpdate and PartiQLDelete by the statement
`,
    `cannot be seen:
  data events: data events were seen of dynamodb.amazonaws.com, s3.amazonaws.com: of other services they cannot be known
  1 file that could not be read, or not all of it
  1 attempt that failed: not in the policy without --attempts
  iam:PassRole: no event tells that a role was given to a service
  iam:PassRole: calls of lambda:CreateFunction may need it for the role of the function
  conditions: none is drafted
  versions of objects: reading one needs s3:GetObjectVersion too
`,
  ]);
  expect(code).toBe(2);
});

test('attempts count where they are asked for', async () => {
  const { out, err } = await policy('--user', 'anna', '--attempts');
  expect(JSON.parse(out)).toMatchObject({
    Statement: [{}, { Action: ['iam:CreateUser'], Resource: ['*'] }, {}, {}],
  });
  expect(err).toContain('\n  iam:CreateUser on *, 1 call: no event names a resource\n');
  expect(err).toContain('\n  1 attempt counts as use, also those that nobody should allow\n');
});

test('a use that is known whole ends with 0', async () => {
  const { code, err } = await policy('--user', 'ben');
  expect(err).toContain('\nused but unknown, and not in the policy:\n  nothing\n');
  expect(code).toBe(0);
});

test('where no action is known there is no policy', async () => {
  expect(await policy('--user', 'cy')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/\nno policy: no use needs an action that is known\n$/) as unknown,
  });
});

const fact = (fields: object) => `${JSON.stringify(fields)}\n`;
const statementOf = (fields: object) =>
  fact({
    fact: 'statement',
    effect: 'Allow',
    not_actions: [],
    resources: ['*'],
    not_resources: [],
    has_condition: false,
    ...fields,
  });

test('what is granted and was never used is said of the user and the groups, by the facts', async () => {
  const own = `arn:aws:iam::${account}:policy/team/deploy`;
  const data = writeBucket({
    [`user-facts/2026/11/22/${account}.jsonl`]: [
      fact({ fact: 'user', user_name: 'anna', arn: `arn:aws:iam::${account}:user/anna`, groups: ['ci'] }),
      statementOf({
        attached_to: 'user',
        name: 'anna',
        policy_arn: null,
        policy_name: 'inline',
        actions: ['kms:ReEncrypt*'],
      }),
      fact({
        fact: 'attached_policy',
        attached_to: 'group',
        name: 'ci',
        policy_arn: own,
        policy_name: 'deploy',
      }),
      statementOf({
        attached_to: null,
        name: null,
        policy_arn: own,
        policy_name: 'deploy',
        actions: ['lambda:CreateFunction'],
      }),
      // Of others.
      statementOf({
        attached_to: 'user',
        name: 'ben',
        policy_arn: null,
        policy_name: 'x',
        actions: ['sts:*'],
      }),
      statementOf({
        attached_to: null,
        name: null,
        policy_arn: `${own}2`,
        policy_name: 'y',
        actions: ['sns:*'],
      }),
    ].join(''),
  });
  const { err } = await policy('--user', 'anna', '--data', data, '--diff');
  const stranger = await policy('--user', 'cy', '--data', data, '--diff');
  rmSync(data, { recursive: true });
  expect(err.slice(err.indexOf('granted and never used')))
    .toBe(`granted and never used, by the facts of 2026-11-22:
  lambda: 0 of 1 action
  kms: every one of 2 actions: ReEncryptFrom, ReEncryptTo
`);
  expect(stranger.err).toContain(
    `granted and never used: not known, no fact of ${account} is about the user cy\n`,
  );
});

test.each([
  {
    name: 'without facts',
    words: ['--user', 'anna', '--diff'],
    err: /--diff needs the facts: --data FOLDER/,
  },
  {
    name: 'of the root user',
    words: ['--root', '--diff', '--data', 'x'],
    err: /no policy limits the root user/,
  },
])('--diff $name is refused', async ({ words, err }) => {
  expect(await policy(...words)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(err) as unknown,
  });
});

test('days without files and unseen data events are what a policy may lack', async () => {
  const [from, to] = ['2026-11-18', '2026-11-19'];
  const quiet = writeBucket({
    [fileKey('2026-11-19')]: packed(call('sns', 'Publish', { eventTime: '2026-11-19T10:00:00Z' })),
  });
  const words = ['--account', account, '--user', 'anna', '--trail', quiet, '--from', from, '--to', to];
  const { err } = await runCommand(['policy', ...words]);
  rmSync(quiet, { recursive: true });
  expect(err.slice(err.indexOf('cannot be seen'))).toMatch(
    /^cannot be seen:\n {2}data events: no data event was seen, of anybody: .*\n {2}2 days without any file: 2026-11-18, 2026-11-20\n/,
  );
});

test('a policy that is too long for IAM says how to split it', async () => {
  const buckets = Array.from({ length: 150 }, (_none, at) => `anycompany-archive-of-department-${at}`);
  const long = writeBucket({
    [fileKey('2026-11-20')]: packed(
      ...buckets.flatMap((bucketName, at) => {
        const more = {
          requestParameters: { bucketName },
          eventTime: `2026-11-${10 + Math.floor(at / 25)}T10:00:00Z`,
        };
        return [call('s3', 'GetBucketAcl', more), call('s3', 'GetBucketPolicy', more)];
      }),
      call('ec2', 'DescribeInstances'),
    ),
    [fileKey('2026-11-21')]: packed(),
  });
  const words = [
    '--account',
    account,
    '--user',
    'anna',
    '--trail',
    long,
    '--from',
    '2026-11-01',
    '--to',
    '2026-11-20',
  ];
  const { err, out, code } = await runCommand(['policy', ...words]);
  rmSync(long, { recursive: true });
  const length = JSON.stringify(JSON.parse(out)).length;
  expect(length).toBeGreaterThan(6144);
  expect(err).toContain(
    `the policy has ${length.toLocaleString('en-US')} characters, and a managed policy at most 6,144: make 2 policies of it
  1: ec2, s3 (76 resources)
  2: s3 (75 resources)
`,
  );
  expect(code).toBe(2);
});
