import { readCredentialEvent } from '../../../lambda/event-notifier/credential-event';
import { eventRest, eventWords } from '../../../lambda/event-notifier/event-words';
import { eventKey } from '../../../lambda/report/object-key';
import { openLocalAthena } from '../../../local/athena';
import { longAfter, storedObjects } from '../../local/athena/stored-objects';
import { eventReadings } from './identities';

test.each(eventReadings)(
  '$name: what, whose and who',
  ({ event, words, user, actor, rest = [], ...given }) => {
    const read = readCredentialEvent(event(1));
    const aboutRoot = given.aboutRoot ?? (user === '' && actor.startsWith('the root user'));
    expect({
      words: eventWords(read),
      user: read.user,
      actor: read.actor,
      aboutRoot: read.aboutRoot,
      rest: eventRest(read),
    }).toEqual({ words, user, actor, aboutRoot, rest });
  },
);

test('the view reads the same user, outcome and account as the message', async () => {
  const texts = eventReadings.map(({ event }, index) => event(index));
  const stored = texts.map(
    (text) => [eventKey(new Date('2026-11-22T10:15:00Z'), readCredentialEvent(text).id), text] as const,
  );
  const athena = await openLocalAthena({
    dataFolder: storedObjects(Object.fromEntries(stored)),
    now: longAfter,
  });
  try {
    const { rows } = await athena.query(
      `SELECT event_id, account_id, event_name, coalesce(user_name, ''), by_root, about_root, coalesce(outcome, '') FROM credential_event ORDER BY event_id`,
    );
    expect(rows).toEqual(
      texts
        .map(readCredentialEvent)
        .map((one) => [one.id, one.account, one.name, one.user, one.byRoot, one.aboutRoot, one.outcome]),
    );
  } finally {
    athena.close();
  }
});
