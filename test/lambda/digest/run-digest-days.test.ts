import { digestQuestions, ownersQuestion } from '../../../athena-ddl/questions/digest';
import type { DigestInterval } from '../../../lambda/digest/contract';
import { periodOf } from '../../../lambda/digest/period';
import { runDigest } from '../../../lambda/digest/run-digest';
import { DigestWorld } from './digest-world';

/** One run; what is not said is as the day before left it. */
interface Run {
  readonly scheduled: string;
  /** When it really runs. @default as scheduled */
  readonly started?: string;
  readonly given?: {
    readonly channels?: readonly string[];
    readonly owners?: readonly string[];
    /** Channels that do not take messages. */
    readonly broken?: readonly string[];
    readonly failingQuery?: string | undefined;
    readonly breaksOff?: boolean;
    /** Whether any account has handed in a report. @default true */
    readonly hasReports?: boolean;
    readonly unreadable?: readonly string[];
  };
  /** `mail: 2026-W48` is the digest, `mail: 2026-W48 failed` the notice that there is none. */
  readonly sent?: readonly string[];
  /** @default 'nothing' */
  readonly asked?: 'nothing' | 'digest' | 'owners' | 'digest, owners';
  /** A pattern. @default it ends well */
  readonly error?: string;
}

interface Story {
  readonly name: string;
  /** @default 'week' */
  readonly every?: DigestInterval;
  readonly runs: readonly Run[];
}

const monday = '2026-11-23T09:05:00Z';
const tuesday = '2026-11-24T09:05:00Z';
const wednesday = '2026-11-25T09:05:00Z';
const sunday = '2026-11-29T09:05:00Z';
const nextMonday = '2026-11-30T09:05:00Z';
const both = (period: string) => [`mail: ${period}`, `slack: ${period}`];
const notMade = 'could not be made: TABLE_NOT_FOUND';

const stories: readonly Story[] = [
  {
    name: 'a week: the first run sends, the others ask nothing, the next week sends again',
    runs: [
      { scheduled: monday, asked: 'digest', sent: both('2026-W48') },
      { scheduled: tuesday },
      { scheduled: sunday },
      { scheduled: nextMonday, asked: 'digest', sent: both('2026-W49') },
    ],
  },
  {
    name: 'an installation on a Wednesday: the week of its first day has a digest too',
    runs: [
      { scheduled: wednesday, asked: 'digest', sent: both('2026-W48') },
      { scheduled: sunday },
      { scheduled: nextMonday, asked: 'digest', sent: both('2026-W49') },
    ],
  },
  {
    name: 'an installation before the first collection: said once, and the digest comes with the first reports',
    runs: [
      {
        scheduled: tuesday,
        given: { hasReports: false },
        asked: 'digest',
        sent: ['mail: 2026-W48 no reports', 'slack: 2026-W48 no reports'],
      },
      { scheduled: tuesday, asked: 'digest' },
      { scheduled: wednesday, given: { hasReports: true }, asked: 'digest', sent: both('2026-W48') },
      { scheduled: sunday },
    ],
  },
  {
    name: 'the year that has 53 weeks',
    runs: [
      { scheduled: '2026-12-28T09:05:00Z', asked: 'digest', sent: both('2026-W53') },
      { scheduled: '2026-12-31T09:05:00Z' },
      { scheduled: '2027-01-01T09:05:00Z' },
      { scheduled: '2027-01-03T09:05:00Z' },
      { scheduled: '2027-01-04T09:05:00Z', asked: 'digest', sent: both('2027-W01') },
    ],
  },
  {
    name: 'a Monday that could not ask: announced once, every run fails, Tuesday makes up for it once',
    runs: [
      {
        scheduled: monday,
        given: { failingQuery: 'digest_numbers' },
        asked: 'digest',
        sent: both('2026-W48 failed'),
        error: notMade,
      },
      { scheduled: monday, asked: 'digest', error: notMade },
      { scheduled: tuesday, given: { failingQuery: undefined }, asked: 'digest', sent: both('2026-W48') },
      { scheduled: wednesday },
    ],
  },
  {
    name: 'a week that could not ask: the alarm every day, the announcement once for each week',
    runs: [
      {
        scheduled: monday,
        given: { failingQuery: 'digest_numbers' },
        asked: 'digest',
        sent: both('2026-W48 failed'),
        error: notMade,
      },
      { scheduled: tuesday, asked: 'digest', error: notMade },
      { scheduled: sunday, asked: 'digest', error: notMade },
      { scheduled: nextMonday, asked: 'digest', sent: both('2026-W49 failed'), error: notMade },
    ],
  },
  {
    name: 'a Monday without any run',
    runs: [{ scheduled: tuesday, asked: 'digest', sent: both('2026-W48') }, { scheduled: wednesday }],
  },
  {
    name: 'a channel that comes in the middle of the week gets the digest, and the others not again',
    runs: [
      { scheduled: monday, given: { channels: ['mail'] }, asked: 'digest', sent: ['mail: 2026-W48'] },
      {
        scheduled: wednesday,
        given: { channels: ['mail', 'slack'] },
        asked: 'digest',
        sent: ['slack: 2026-W48'],
      },
      { scheduled: sunday },
    ],
  },
  {
    name: 'who has the digest does not hear that it cannot be made for a channel that comes later',
    runs: [
      { scheduled: monday, given: { channels: ['mail'] }, asked: 'digest', sent: ['mail: 2026-W48'] },
      {
        scheduled: wednesday,
        given: { channels: ['mail', 'slack'], failingQuery: 'digest_gaps' },
        asked: 'digest',
        sent: ['slack: 2026-W48 failed'],
        error: notMade,
      },
    ],
  },
  {
    name: 'an owner who comes in the middle of the week: only the findings are asked for',
    runs: [
      {
        scheduled: monday,
        given: { owners: ['pay'] },
        asked: 'digest, owners',
        sent: [...both('2026-W48'), 'owner-pay: 2026-W48'],
      },
      {
        scheduled: tuesday,
        given: { owners: ['pay', 'ops'] },
        asked: 'owners',
        sent: ['owner-ops: 2026-W48'],
      },
      { scheduled: wednesday },
    ],
  },
  {
    name: 'an owner who comes while nobody can ask: who has the digest does not hear that there is none',
    runs: [
      { scheduled: monday, given: { owners: [] }, asked: 'digest', sent: both('2026-W48') },
      {
        scheduled: tuesday,
        given: { owners: ['pay'], failingQuery: ownersQuestion.query },
        asked: 'owners',
        error: notMade,
      },
      {
        scheduled: wednesday,
        given: { failingQuery: undefined },
        asked: 'owners',
        sent: ['owner-pay: 2026-W48'],
      },
    ],
  },
  {
    name: 'a channel that failed: alarmed within its day, then left alone, and asked again next week',
    runs: [
      {
        scheduled: monday,
        given: { broken: ['mail'] },
        asked: 'digest',
        sent: ['slack: 2026-W48'],
        error: 'did not reach everybody: mail: does not answer',
      },
      {
        scheduled: monday,
        given: { broken: [] },
        error: 'mail: was not delivered at 2026-11-23T09:05:00.000Z and is not sent twice: does not answer',
      },
      { scheduled: tuesday },
      { scheduled: sunday },
      { scheduled: nextMonday, asked: 'digest', sent: both('2026-W49') },
    ],
  },
  {
    name: 'a run that broke off: alarmed within its day, then left alone',
    runs: [
      {
        scheduled: monday,
        given: { breaksOff: true },
        asked: 'digest',
        sent: both('2026-W48'),
        error: 'mail: the connection was cut; slack: the connection was cut',
      },
      {
        scheduled: monday,
        given: { breaksOff: false },
        error:
          'mail: a run broke off while sending at 2026-11-23T09:05:00.000Z, it may have arrived and is not sent twice; slack: ',
      },
      { scheduled: tuesday },
    ],
  },
  {
    name: 'a notice that a channel did not take: Tuesday is silent about it and fails for the digest alone',
    runs: [
      {
        scheduled: monday,
        given: { broken: ['mail'], failingQuery: 'digest_gaps' },
        asked: 'digest',
        sent: ['slack: 2026-W48 failed'],
        error: 'line 3:8; mail: does not answer',
      },
      { scheduled: monday, asked: 'digest', error: 'line 3:8; mail: was not delivered' },
      { scheduled: tuesday, given: { broken: [] }, asked: 'digest', error: 'line 3:8$' },
      { scheduled: wednesday, given: { failingQuery: undefined }, asked: 'digest', sent: both('2026-W48') },
    ],
  },
  {
    name: 'retries behind midnight belong to the day that they were scheduled for',
    runs: [
      {
        scheduled: '2026-11-23T23:55:00Z',
        started: '2026-11-24T00:10:00Z',
        given: { broken: ['mail'] },
        asked: 'digest',
        sent: ['slack: 2026-W48'],
        error: 'mail: does not answer',
      },
      {
        scheduled: '2026-11-23T23:55:00Z',
        started: '2026-11-24T00:20:00Z',
        error: 'mail: was not delivered at 2026-11-24T00:10:00.000Z',
      },
      { scheduled: '2026-11-24T23:55:00Z' },
    ],
  },
  {
    name: 'a record that cannot be read: nothing is sent there, the others have it, every run fails',
    runs: [
      {
        scheduled: monday,
        given: { unreadable: ['2026-W48/mail'] },
        asked: 'digest',
        sent: ['slack: 2026-W48'],
        error: 'did not reach everybody: mail: AccessDenied',
      },
      { scheduled: tuesday, error: 'did not reach everybody: mail: AccessDenied' },
      { scheduled: wednesday, given: { unreadable: [] }, asked: 'digest', sent: ['mail: 2026-W48'] },
    ],
  },
  {
    name: 'every day a digest of its own; a day that failed is reported, not made up for',
    every: 'day',
    runs: [
      { scheduled: monday, asked: 'digest', sent: both('2026-11-23') },
      { scheduled: monday },
      {
        scheduled: tuesday,
        given: { failingQuery: 'digest_gaps' },
        asked: 'digest',
        sent: both('2026-11-24 failed'),
        error: notMade,
      },
      {
        scheduled: wednesday,
        given: { failingQuery: undefined, broken: ['mail'] },
        asked: 'digest',
        sent: ['slack: 2026-11-25'],
        error: 'mail: does not answer',
      },
      { scheduled: wednesday, given: { broken: [] }, error: 'mail: was not delivered' },
      { scheduled: sunday, asked: 'digest', sent: both('2026-11-29') },
    ],
  },
];

test.each(stories)('$name', async ({ every = 'week', runs }) => {
  const world = new DigestWorld();
  let channels: readonly string[] = ['mail', 'slack'];
  let owners: readonly string[] | undefined;
  const reported = [];
  for (const { scheduled, started = scheduled, given = {} } of runs) {
    channels = given.channels ?? channels;
    owners = given.owners ?? owners;
    if (given.broken !== undefined)
      world.broken = Object.fromEntries(given.broken.map((name) => [name, new Error('does not answer')]));
    if ('failingQuery' in given) world.failingQuery = given.failingQuery;
    world.breaksOff = given.breaksOff ?? world.breaksOff;
    world.hasReports = given.hasReports ?? world.hasReports;
    world.unreadable = given.unreadable ?? world.unreadable;
    world.now = new Date(started);
    const ownersOf = owners && {
      tagKey: 'team',
      channels: new Map(owners.map((name) => [name, world.channel(`owner-${name}`)])),
    };
    const deps = world.deps({
      channels: channels.map((name) => world.channel(name)),
      ...(ownersOf && { owners: ownersOf }),
    });
    const scheduledAt = new Date(scheduled);
    const [sent, asked] = [world.sent.length, world.asked.length];
    const error = await runDigest(deps, { period: periodOf(every, scheduledAt), scheduledAt }).then(
      () => undefined,
      (thrown: Error) => thrown.message,
    );
    reported.push({
      scheduled,
      sent: world.sent.slice(sent).map(briefly),
      asked: kindsOf(world.asked.slice(asked)),
      error,
    });
  }
  expect(reported).toEqual(
    runs.map(({ scheduled, sent = [], asked = 'nothing', error }) => ({
      scheduled,
      sent,
      asked,
      error: error === undefined ? undefined : (expect.stringMatching(error) as string),
    })),
  );
});

/** `mail: 2026-W48`, and with `failed` or `no reports` behind it. */
function briefly(sent: string): string {
  const [, channel, period, title] = /^(\S+): Credential report (\S+): (.*)$/.exec(sent) ?? [];
  if (title?.endsWith('no reports') === true) return `${channel}: ${period} no reports`;
  return `${channel}: ${period}${title === 'the digest could not be made' ? ' failed' : ''}`;
}

/** Each query of the digest once, or none. */
function kindsOf(asked: readonly string[]): string {
  const isOfOwners = asked.includes(ownersQuestion.query);
  const others = asked.filter((query) => query !== ownersQuestion.query);
  // Owners alone need the silent accounts, what to do and the organization too; beside a digest its answers serve both.
  const ofDigest =
    isOfOwners && [...others].sort().join() === 'digest_controls,digest_gaps,digest_organization'
      ? []
      : others;
  if (ofDigest.length > 0) expect([...ofDigest].sort()).toEqual(Object.keys(digestQuestions).sort());
  const kinds = [...(ofDigest.length > 0 ? ['digest'] : []), ...(isOfOwners ? ['owners'] : [])];
  return kinds.join(', ') || 'nothing';
}
