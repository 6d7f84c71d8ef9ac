import { capEvents, maxReportedOfAccount } from '../../../lambda/event-notifier/cap-events';
import { composeEvents } from '../../../lambda/event-notifier/compose-events';
import { readCredentialEvent } from '../../../lambda/event-notifier/credential-event';
import { watchAge } from '../../../lambda/event-notifier/watch-age';
import { mailOf } from '../../../lambda/shared/messages/mail';
import { detailsOf, event } from './events';

const noisy = '100000000005';
const quiet = '100000000007';

/** Two hundred new users of one account, then a new key of another and AWS's word of a leaked key. */
const texts = [
  ...Array.from({ length: 200 }, (_, number) =>
    event({
      number,
      account: noisy,
      detail: { eventName: 'CreateUser', requestParameters: { userName: `u${number}` } },
    }),
  ),
  event({ number: 900, account: quiet, time: '2026-11-22T10:16:00Z' }),
  event({
    number: 901,
    account: noisy,
    time: '2026-11-22T10:17:00Z',
    detail: {
      eventName: 'AttachUserPolicy',
      requestParameters: {
        userName: 'ci-deploy',
        policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
      },
    },
  }),
];
const events = texts.map(readCredentialEvent);

const context = { links: {}, consoleHost: 'console.aws.amazon.com' };

test('an account that floods is reported so far, the others and every leaked key whole', () => {
  const { reported, more } = capEvents(events);
  const toldIn = (account: string) => [...reported].filter((one) => one.account === account).length;
  expect(toldIn(quiet)).toBe(1);
  expect(toldIn(noisy)).toBe(maxReportedOfAccount + 1);
  expect([...reported].map(({ name }) => name)).toContain('AttachUserPolicy');
  expect([...more]).toEqual([[noisy, 150]]);
});

test('the message counts all of them, and says first that one account has more and where they are', () => {
  const { subject, text } = mailOf(composeEvents(events, detailsOf(texts), context));
  expect(subject).toMatch(/^ACT NOW: /);
  expect(text).toContain('200 IAM users created');
  expect(text).toContain(`account ${noisy}: 150 more, kept like the others`);
  expect(text).toContain('docs/runbook.md, "Credential events wait, or one account floods"');
  expect(text).toContain('u49 ');
  expect(text).not.toContain('u50 ');
});

test('a message within the limit says nothing of more', () => {
  expect(mailOf(composeEvents(events.slice(-2), detailsOf(texts.slice(-2)), context)).text).not.toContain(
    'kept like the others',
  );
});

test('the age of the oldest message of a run is measured, and that of none is 0', async () => {
  const message = (at: string) => ({ body: '', receipt: '', receiveCount: 1, sentAt: new Date(at) });
  const batches = [
    [message('2026-11-22T10:10:00Z'), message('2026-11-22T09:00:00Z')],
    [message('2026-11-22T10:14:00Z')],
    [],
  ];
  const inner = { receive: () => Promise.resolve(batches.shift() ?? []), remove: () => Promise.resolve() };
  const watched = watchAge(inner, () => new Date('2026-11-22T10:15:00Z'));
  expect(watched.oldestSeconds()).toBe(0);
  for (let run = 0; run < 3; run++) await watched.queue.receive();
  expect(watched.oldestSeconds()).toBe(75 * 60);
});
