import { readdirSync } from 'node:fs';
import { notifierEnvironment, notifierTimeoutSeconds } from '../../../lambda/event-notifier/contract';
import { accountsKey, exceptionsKey, prefixes } from '../../../lambda/report/object-key';
import type { Fault } from '../../../local/organization';
import type { PlantedOutcome } from '../../../local/organization/athena/athena-props';
import { storedObjects } from '../../local/athena/stored-objects';
import type { SlackAnswer } from '../shared/messages/slack-server';
import { bucketName, dataAccount, deployFunction, type DeployedFunction } from '../deployed-function';
import { event, rootLogin } from './events';

/** The notifier as it is deployed, against the embedded organization with faults planted; the local engine plays Athena. */

const url = (name: string) => `https://sqs.us-east-1.amazonaws.com/${dataAccount}/${name}`;
const queue = (name: string, messages: readonly string[]) => ({
  url: url(name),
  arn: `arn:aws:sqs:us-east-1:${dataAccount}:${name}`,
  messages: [...messages],
  visibilityTimeout: (notifierTimeoutSeconds + 60) * 1_000,
});

const newUser = event({
  number: 1,
  detail: { eventName: 'CreateUser', requestParameters: { userName: 'new.person' } },
});
const newKey = event({ number: 2 });
const login = rootLogin({ number: 3, account: '100000000007' });
const planted = [newUser, newKey, login];

const account = (account_id: string, account_name: string) =>
  `${JSON.stringify({ account_id, account_name, ou_path: 'Root/Prod', expected: true })}\n`;
const objects = {
  [accountsKey(new Date('2026-11-22T00:00:00Z'))]:
    account('100000000005', 'Payments & <Co>') + account('100000000007', 'Sandbox'),
  [exceptionsKey]: [
    'account_id,user_name,control,reason,approved_by,expires_on',
    '100000000005,ci-deploy,key-rotation,until the pipeline moves,security@example.com,2026-12-31',
    '',
  ].join('\n'),
};

interface Case {
  readonly name: string;
  readonly events?: readonly string[];
  readonly deadLetters?: readonly string[];
  readonly faults?: readonly Fault[];
  readonly slack?: SlackAnswer;
  readonly outcome?: PlantedOutcome;
  /** Parts of the errors of two runs, six minutes apart; what is not said ends well. */
  readonly errors?: readonly [string?, string?];
  /** Over both runs. */
  readonly mails: number;
  readonly slackMessages: number;
  /** Objects below `credential-events/` in the end. @default each event */
  readonly kept?: number;
  /** Part of both messages. */
  readonly text?: string;
}

const denied = (action: string, more: Partial<Fault> = {}): Fault => ({
  action,
  kind: 'access-denied',
  ...more,
});
const notKnown = 'Exception: not known';

const cases: readonly Case[] = [
  { name: 'nothing', mails: 1, slackMessages: 1, text: 'until the pipeline moves' },
  { name: 'an empty queue', events: [], mails: 0, slackMessages: 0 },
  {
    name: 'a burst of 250 users with 50 copies: one message',
    events: Array.from({ length: 300 }, (_, index) =>
      event({
        number: index % 250,
        detail: { eventName: 'CreateUser', requestParameters: { userName: `batch-${index % 250}` } },
      }),
    ),
    mails: 1,
    slackMessages: 1,
    kept: 250,
    text: '250 IAM users created',
  },
  {
    name: 'SNS that denies: Slack has it all the same',
    faults: [denied('sns:Publish')],
    errors: ['mail: '],
    mails: 0,
    slackMessages: 1,
  },
  {
    name: 'SNS whose answer got lost: the mail is not sent again',
    faults: [{ action: 'sns:Publish', kind: 'lost-answer', times: 1 }],
    errors: ['mail: '],
    mails: 1,
    slackMessages: 1,
  },
  {
    name: 'Secrets Manager that denies: mail has it all the same',
    faults: [denied('secretsmanager:GetSecretValue')],
    errors: ['slack: '],
    mails: 1,
    slackMessages: 0,
  },
  {
    name: 'Slack that refuses the message',
    slack: { status: 400, body: 'invalid_blocks' },
    errors: ['slack: Slack answered 400 invalid_blocks'],
    mails: 1,
    slackMessages: 0,
  },
  {
    name: 'Slack that asks to wait',
    slack: { status: 429, body: 'rate_limited', retryAfter: '20' },
    mails: 1,
    slackMessages: 1,
  },
  {
    name: 'Slack that asks to wait longer than the next run is away',
    slack: { status: 429, body: 'rate_limited', retryAfter: '21' },
    errors: ['slack: Slack answered 429 rate_limited, try again in 21 seconds'],
    mails: 1,
    slackMessages: 0,
  },
  {
    name: 'no channel that takes it: the next run notifies',
    faults: [denied('sns:Publish', { times: 1 })],
    slack: { status: 500, body: 'fatal_error' },
    errors: ['no channel took 3 events'],
    mails: 1,
    slackMessages: 1,
  },
  {
    name: 'a bucket that keeps nothing: reported, and reported again until it is kept',
    faults: [denied('s3:PutObject', { times: planted.length })],
    errors: ['3 events could not be kept'],
    mails: 2,
    slackMessages: 2,
  },
  {
    name: "the bucket's answer that got lost: the event is there, and reported once",
    events: [newKey],
    faults: [{ action: 's3:PutObject', kind: 'lost-answer', times: 1 }],
    mails: 1,
    slackMessages: 1,
    kept: 1,
  },
  {
    name: 'a queue that removes nothing once: reported again, which is better than never',
    faults: [denied('sqs:DeleteMessageBatch', { times: 1 })],
    errors: ['sqs:DeleteMessageBatch'],
    mails: 2,
    slackMessages: 2,
  },
  {
    name: 'a queue that cannot be read: the next run notifies',
    faults: [denied('sqs:ReceiveMessage', { times: 1 })],
    errors: ['sqs:ReceiveMessage'],
    mails: 1,
    slackMessages: 1,
  },
  {
    name: 'dead letters that cannot be counted: reported all the same',
    faults: [denied('sqs:GetQueueAttributes', { times: 1 })],
    errors: ['sqs:GetQueueAttributes'],
    mails: 1,
    slackMessages: 1,
  },
  {
    name: 'Athena that denies: reported without names',
    faults: [denied('athena:StartQueryExecution')],
    mails: 1,
    slackMessages: 1,
    text: notKnown,
  },
  {
    name: 'Athena that is throttled for a short while',
    faults: [{ action: 'athena:StartQueryExecution', kind: 'throttling', times: 2 }],
    mails: 1,
    slackMessages: 1,
    text: 'until the pipeline moves',
  },
  {
    name: 'a query that does not end: reported without names, in time',
    outcome: { state: 'RUNNING' },
    mails: 1,
    slackMessages: 1,
    text: notKnown,
  },
  {
    name: 'a query that fails',
    outcome: { state: 'FAILED', reason: 'HIVE_METASTORE_ERROR' },
    mails: 1,
    slackMessages: 1,
    text: 'HIVE_METASTORE_ERROR',
  },
  {
    name: 'a message that is no event: the others are reported, and it fails every run',
    events: [newKey, '{}'],
    errors: ['an event must have id, account and time', 'an event must have id, account and time'],
    mails: 1,
    slackMessages: 1,
    kept: 1,
  },
];

test.each(cases)('against $name', async (given) => {
  const { events = planted, deadLetters = [], errors = [], kept = events.length, ...faults } = given;
  const bucket = storedObjects(objects);
  const notifier = await deployNotifier(bucket, events, deadLetters, faults);
  const first = await notifier.invoke({});
  const second = await notifier.invoke({}, '2026-11-22T10:26:00Z');
  const printed = notifier.printed();
  for (const [index, message] of [first, second].entries()) {
    const expected = errors[index];
    expect(message ?? '').toContain(expected ?? '');
    expect(message === undefined).toBe(expected === undefined);
  }
  const arrived = { mails: notifier.mails.length, slackMessages: notifier.slack.messages.length };
  expect(arrived).toEqual({ mails: given.mails, slackMessages: given.slackMessages });
  const below = readdirSync(bucket, { recursive: true, encoding: 'utf8' });
  expect(below.filter((file) => new RegExp(`^${prefixes.events}/.*json$`).test(file)).length).toBe(kept);
  for (const text of texts(notifier)) expect(text).toContain(given.text ?? '');
  expect(`${first}${second}${printed}`).not.toContain('/services/T0');
});

test('new user, new key and sign-in of a root user are in both channels, with account, unit and exception', async () => {
  const notifier = await deployNotifier(storedObjects(objects), planted);
  expect(await notifier.invoke({})).toBe(undefined);
  const [mail = ''] = notifier.mails.map(({ text }) => text);
  expect(mail).toContain('User: new.person\n  Account: Payments & <Co> (100000000005) in Root/Prod\n');
  expect(mail).toContain('Exception: none covers this user');
  expect(mail).toContain('Exception: key-rotation until 2026-12-31, until the pipeline moves\n');
  expect(mail).toContain('SIGN-IN OF THE ROOT USER\n  Account: Sandbox (100000000007) in Root/Prod\n');
  const slack = texts(notifier).at(-1);
  expect(slack).toContain(
    'User: `new.person`\n• Account: `Payments &amp; &lt;Co&gt;` (100000000005) in `Root/Prod`',
  );
  expect(slack).toContain('Exception: none covers this user');
  expect(slack).toContain('Exception: `key-rotation` until 2026-12-31, `until the pipeline moves`');
  expect(slack).toContain('*sign-in of the root user*\n• Account: `Sandbox` (100000000007) in `Root/Prod`');
});

test('the log tells how many were reported and how many lie dead, as a line that CloudWatch makes a metric of', async () => {
  const notifier = await deployNotifier(storedObjects(objects), planted, ['{}', '{}']);
  await notifier.invoke({});
  const lines = notifier
    .printed()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([
    expect.objectContaining({ EventDeadLetters: 2 }),
    expect.objectContaining({ OldestEventSeconds: 0 }),
    { notified: 3 },
  ]);
  expect(lines[0]).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Namespace: 'CredentialReport', Metrics: [{ Name: 'EventDeadLetters' }] }] },
  });
});

function deployNotifier(
  bucket: string,
  events: readonly string[],
  deadLetters: readonly string[] = [],
  more: Pick<Case, 'faults' | 'slack' | 'outcome'> = {},
): Promise<DeployedFunction> {
  return deployFunction({
    ...more,
    name: 'event-notifier',
    timeoutSeconds: notifierTimeoutSeconds,
    bucket,
    at: '2026-11-22T10:20:00Z',
    queues: [queue('events', events), queue('dead-letters', deadLetters)],
    variables: {
      [notifierEnvironment.bucket]: bucketName,
      [notifierEnvironment.bucketOwner]: dataAccount,
      [notifierEnvironment.workGroup]: 'credential-report',
      [notifierEnvironment.database]: 'credential_report',
      [notifierEnvironment.queueUrl]: url('events'),
      [notifierEnvironment.deadLettersUrl]: url('dead-letters'),
    },
  });
}

/** Every message that arrived, as text. */
function texts({ mails, slack }: DeployedFunction): string[] {
  return [
    ...mails.map(({ subject, text }) => `${subject}\n${text}`),
    ...slack.messages.map(({ blocks }) =>
      blocks.map((block) => (block.type === 'context' ? '' : block.text.text)).join('\n'),
    ),
  ];
}
