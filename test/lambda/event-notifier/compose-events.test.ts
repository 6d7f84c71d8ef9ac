import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeEvents } from '../../../lambda/event-notifier/compose-events';
import { readCredentialEvent } from '../../../lambda/event-notifier/credential-event';
import { flatLines } from '../../../lambda/shared/messages/document';
import { mailOf } from '../../../lambda/shared/messages/mail';
import { slackMessageOf } from '../../../lambda/shared/messages/slack';
import { eventCases } from './cases';
import { detailsOf, event } from './events';

const context = { links: {}, consoleHost: 'console.aws.amazon.com' };
const expected = (file: string) => readFileSync(join(__dirname, 'cases', file), 'utf8');

test.each(eventCases)('$name: mail and Slack read as they should', (one) => {
  const document = composeEvents(one.events.map(readCredentialEvent), detailsOf(one.events, one), context);
  const { subject, text } = mailOf(document);
  expect(`Subject: ${subject}\n\n${text}`).toBe(expected(`${one.name}.mail.txt`));
  const texts = slackMessageOf(document).blocks.map((block) =>
    block.type === 'context' ? block.elements.map((element) => element.text).join('\n') : block.text.text,
  );
  expect(`${texts.join('\n\n')}\n`).toBe(expected(`${one.name}.slack.txt`));
});

test.each([
  { count: 5, sections: ['IAM user created', ...Array<string>(4).fill('access key created')], detailed: 5 },
  { count: 6, sections: ['IAM user created', '5 access keys created'], detailed: 0 },
])(
  '$count events: up to five are reported in detail, more are a list by kind',
  ({ count, sections, detailed }) => {
    const events = Array.from({ length: count }, (_, number) =>
      number === 0
        ? event({
            number,
            detail: { eventName: 'CreateUser', requestParameters: { userName: 'new.person' } },
          })
        : event({ number }),
    );
    const document = composeEvents(events.map(readCredentialEvent), detailsOf(events), context);
    expect(document.sections.map(({ heading }) => heading)).toEqual(sections);
    const lines = document.sections.flatMap((section) => flatLines(section.lines).map(({ line }) => line));
    expect(lines.filter(([first]) => first === 'At: 2026-11-22T10:15:00Z')).toHaveLength(detailed);
    expect(lines.filter(([first]) => first === '2026-11-22T10:15:00Z ')).toHaveLength(
      detailed === 0 ? count : 0,
    );
  },
);

test.each([
  ['text', 'no json', 'is not valid JSON'],
  ['an empty object', '{}', 'an event must have id, account and time, received {}'],
  [
    'an id that is a path',
    event().replace(/"id":"[^"]*"/, '"id":"../../exceptions/exceptions"'),
    'must have id',
  ],
  ['an account that is none', event({ account: 'x' }), 'must have id, account and time'],
  ['a time that is none', event().replace('"time":"2026', '"time":"later'), 'must have id, account and time'],
  ['null', 'null', 'must have id, account and time'],
])('refuses %s', (_, text, message) => expect(() => readCredentialEvent(text)).toThrow(message));

test('docs/messages.md shows the message about a new key', () => {
  const page = readFileSync(join(__dirname, '../../../docs/messages.md'), 'utf8');
  const [shown = ''] = expected('new-key.mail.txt').split('\n\nEvery event');
  expect(page).toContain(`\`\`\`text\n${shown}\n\`\`\``);
});
