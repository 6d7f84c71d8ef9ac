import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SlackServer } from '../lambda/shared/messages/slack-server';
import { plantedWeek } from './planted-week';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

let data: string;
let slack: SlackServer;
beforeAll(async () => {
  data = writeBucket(plantedWeek());
  slack = await new SlackServer().start();
});
afterAll(() => {
  slack.stop();
  rmSync(data, { recursive: true });
});

const digest = (words: readonly string[], environment: Record<string, string> = {}) =>
  runCommand(['digest', '--data', data, ...words], { environment });
const posting = ['--slack-webhook-env', 'WEBHOOK'];

test('prints the mail of the week', async () => {
  const { code, out, err } = await digest([]);
  expect(out).toBe(readFileSync(join(__dirname, 'planted-week.mail.txt'), 'utf8'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('config.ts is read where that is asked for', async () => {
  const { code, out } = await digest(['--configured']);
  expect({ code, subject: out.split('\n')[0] }).toEqual({
    code: 0,
    subject: readFileSync(join(__dirname, 'planted-week.mail.txt'), 'utf8').split('\n')[0],
  });
});

describe('Slack gets one message with', () => {
  let text: string;
  beforeAll(async () => {
    slack.answerWith();
    const { code, err } = await digest(posting, { WEBHOOK: slack.url.href });
    expect({ code, err, messages: slack.messages.length }).toEqual({
      code: 0,
      err: 'posted to Slack\n',
      messages: 1,
    });
    const blocks = slack.messages[0]?.blocks ?? [];
    text = blocks.map((block) => (block.type === 'section' ? block.text.text : '')).join('\n');
  });

  test.each([
    ['a silent account', '`Payments &amp; &lt;Co&gt;` (100000000005): missing since 2026-11-20'],
    ['a failed account and its reason', '`AccessDenied: a &lt;policy&gt; denies it`'],
    [
      'a new user',
      '`new.person` in `Data` (100000000009): `user created`, `password enabled` (2026-11-18); new high console-mfa',
    ],
    [
      'a use of the root user',
      '`&lt;root_account&gt;` in `AnyCompany Management` (100000000001): `root user last used 2026-11-20`',
    ],
    ['an exception about to expire', '2026-11-27 (in 5 days): `console-mfa` for `jane.doe`'],
  ])('%s', (_, expected) => expect(text).toContain(expected));
});

test('a digest of a day tells about that day alone', async () => {
  const { out } = await digest(['--every', 'day', '--as-of', '2026-11-18']);
  expect(out).toMatch(
    /^Subject: o-ab12cd34ef credential report 2026-11-18: 1 silent account, 1 new finding, /,
  );
  expect(out).toContain('CHANGED SINCE YESTERDAY\n  Findings: new 1 high; resolved 1 critical\n');
  expect(out).toContain(
    '\n  <root_account> in Data (100000000009): MFA on (2026-11-18); resolved critical\n    root-mfa\n',
  );
  expect(out).not.toContain('2026-11-20');
});

test('the first day has nothing to compare with, and says so', async () => {
  const { out } = await digest(['--as-of', '2026-11-13']);
  expect(out).toContain('There is no report of 7 days ago or earlier to\ncompare with yet.');
  expect(out).toContain('<root_account> in Data (100000000009); MFA is off');
  expect(out).not.toMatch(/CHANGED|new since|new within/);
});

test.each([
  { name: 'an empty variable', environment: {}, error: 'the environment variable WEBHOOK is empty' },
  {
    name: 'a webhook that is none',
    environment: { WEBHOOK: 'secret' },
    error: 'WEBHOOK: the Slack webhook must be an https address',
  },
])('$name is reported before any work, without the secret', async ({ environment, error }) => {
  const outcome = await digest(posting, environment);
  expect(outcome).toMatchObject({ code: 1, out: '' });
  expect(outcome.err).toContain(error);
  expect(outcome.err).not.toContain('secret');
});

test('what Slack refuses is reported with its answer, after the mail', async () => {
  slack.answerWith({ status: 400, body: 'invalid_blocks' });
  const { code, out, err } = await digest(posting, { WEBHOOK: slack.url.href });
  expect({ code, err }).toEqual({ code: 1, err: 'error: Slack answered 400 invalid_blocks\n' });
  expect(out).toContain('Subject: ');
});

test('a folder that is not there is named', async () => {
  const { code, err } = await runCommand(['digest', '--data', '/nowhere']);
  expect(code).toBe(1);
  expect(err).toMatch(/^error: cannot open \/nowhere: /);
});
