import { postToSlack } from '../../../../lambda/shared/messages/post-to-slack';
import { webhookUrl } from '../../../../lambda/shared/messages/webhook-url';
import type { SlackMessage } from '../../../../lambda/shared/messages/slack';
import { SlackServer, type SlackAnswer } from './slack-server';

const message: SlackMessage = {
  text: 'hello',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'hello' } }],
};
const slow = (seconds: string): SlackAnswer => ({ status: 429, body: 'rate_limited', retryAfter: seconds });

let slack: SlackServer;
let sleeps: number[];
const deps = (timeoutMs = 5_000) => ({
  fetch,
  sleep: (milliseconds: number) => Promise.resolve(sleeps.push(milliseconds)),
  timeoutMs,
});

beforeAll(async () => {
  slack = await new SlackServer().start();
});
afterAll(() => slack.stop());
beforeEach(() => (sleeps = []));

const taken: { name: string; script: SlackAnswer[]; sleeps: number[] }[] = [
  { name: 'at once', script: [], sleeps: [] },
  { name: 'after the time that a 429 names', script: [slow('7')], sleeps: [7_000] },
  { name: 'after three of them', script: [slow('1'), slow('2'), slow('30')], sleeps: [1_000, 2_000, 30_000] },
  { name: 'after a 429 without a time', script: [{ status: 429, body: '' }], sleeps: [1_000] },
];

test.each(taken)('a message is taken $name', async ({ script, sleeps: expected }) => {
  slack.answerWith(...script);
  await postToSlack(slack.url, message, deps());
  expect(slack.messages).toEqual([message]);
  expect(sleeps).toEqual(expected);
});

const refused: { name: string; script: SlackAnswer[]; posts: number; error: string; timeoutMs?: number }[] = [
  {
    name: 'invalid blocks',
    script: [{ status: 400, body: 'invalid_blocks' }],
    posts: 1,
    error: 'Slack answered 400 invalid_blocks',
  },
  {
    name: 'a webhook that was revoked',
    script: [{ status: 404, body: 'no_service' }],
    posts: 1,
    error: 'Slack answered 404 no_service',
  },
  {
    name: 'a server error: it may have arrived',
    script: [{ status: 500, body: 'rollup_error' }],
    posts: 1,
    error: 'Slack answered 500 rollup_error',
  },
  {
    name: 'a limit that does not pass',
    script: [slow('1'), slow('1'), slow('1'), slow('5')],
    posts: 4,
    error: 'Slack answered 429 rate_limited, try again in 5 seconds',
  },
  {
    name: 'a limit of an hour',
    script: [slow('3600')],
    posts: 1,
    error: 'Slack answered 429 rate_limited, try again in 3600 seconds',
  },
  {
    name: 'a date instead of seconds',
    script: [slow('Mon, 23 Nov 2026 06:00:00 GMT')],
    posts: 1,
    error: 'Slack answered 429 rate_limited, try again in Mon, 23 Nov 2026 06:00:00 GMT seconds',
  },
  {
    name: 'a server that hangs',
    script: ['hang'],
    posts: 1,
    timeoutMs: 100,
    error: 'Slack gave no answer within 0.1 seconds, the message may have arrived',
  },
  {
    name: 'a cut connection',
    script: ['cut'],
    posts: 1,
    error: 'Slack could not be reached: UND_ERR_SOCKET',
  },
  {
    name: 'a redirect',
    script: [{ status: 302, body: '', location: 'https://example.com/' }],
    posts: 1,
    error: 'Slack could not be reached: the connection failed',
  },
];

test.each(refused)('says what $name means', async ({ script, posts, error, timeoutMs }) => {
  slack.answerWith(...script);
  const outcome = postToSlack(slack.url, message, deps(timeoutMs));
  await expect(outcome).rejects.toEqual(expect.objectContaining({ name: 'SlackError', message: error }));
  expect(slack.posts).toBe(posts);
  expect(slack.messages).toEqual([]);
});

test('a server that is not there is named by its error code alone', async () => {
  const gone = await new SlackServer().start();
  const { url } = gone;
  gone.stop();
  const outcome = postToSlack(url, message, deps());
  await expect(outcome).rejects.toThrow(/^Slack could not be reached: ECONNREFUSED$/);
});

test.each([
  ['https://hooks.slack.com/services/T0/B0/x\n', 'https://hooks.slack.com/services/T0/B0/x'],
  ['http://127.0.0.1:80/x', 'http://127.0.0.1/x'],
])('accepts %j as a webhook', (given, url) => expect(webhookUrl(given).href).toBe(url));

test.each([
  'http://hooks.slack.com/services/T0/B0/secret',
  'hooks.slack.com/secret',
  '',
  'ftp://127.0.0.1/secret',
])('refuses %j as a webhook without repeating it', (given) => {
  const refuse = () => webhookUrl(given);
  expect(refuse).toThrow(
    `must be an https address such as https://hooks.slack.com/services/…, received ${given.length} characters`,
  );
  expect(refuse).not.toThrow(/secret/);
});
