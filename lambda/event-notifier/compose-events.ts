import {
  foreign,
  foreignSentence,
  type Document,
  type Line,
  type Link,
  type Section,
} from '../shared/messages/document';
import { runbookText } from '../shared/messages/contract';
import { consoleLink } from '../shared/messages/links';
import type { MessageContext } from '../shared/messages/message-context';
import { capEvents, maxReportedOfAccount } from './cap-events';
import { floodHeading as flood } from './contract';
import type { CredentialEvent } from './credential-event';
import type { EventDetails } from './event-details';
import { eventAdvice } from './event-advice';
import { eventRest, eventWords, isLeak } from './event-words';

/** Up to so many events are reported one by one, with everything known; more become a list. */
const maxDetailed = 5;

/** Where every event is, with all that is known. */
const seeAll = 'SELECT * FROM user_credential_event';

/** One message about events that came together, in the order in which they happened; of an account not more than a run tells. */
export function composeEvents(
  events: readonly CredentialEvent[],
  details: EventDetails,
  context: MessageContext,
): Document {
  const { reported, more } = capEvents(events);
  // What AWS says of leaked keys comes first, whatever else happened before.
  const ordered = [...events].sort(
    (a, b) => Number(isLeak(b)) - Number(isLeak(a)) || a.at.getTime() - b.at.getTime(),
  );
  const urgent = ordered[0] !== undefined && isLeak(ordered[0]);
  const kinds = kindsOf(ordered);
  const summary = kinds.map((group) => (group[0] === undefined ? '' : eventWords(group[0], group.length)));
  const accounts = new Set(ordered.map(({ account }) => account)).size;
  const detailed = ordered.length <= maxDetailed;
  return {
    title: `${urgent ? 'ACT NOW' : 'Credential event'}${ofOrganization(context)}: ${summary.join(', ')}`,
    lead: [
      `${summary.join(', ')} in ${accounts === 1 ? '' : `${accounts} accounts: `}`,
      ...(accounts === 1 && ordered[0] !== undefined ? accountOf(ordered[0], details) : ['see below']),
      '.',
    ],
    sections: [
      ...(more.size === 0 ? [] : [moreSection(more, context)]),
      ...(detailed
        ? ordered.map((event) => detailedSection(event, details, context))
        : kinds.map((group) => listSection(group, reported, details))),
      ...(details.problem === undefined
        ? []
        : [
            {
              heading: 'Names and exceptions could not be looked up',
              lines: [[foreignSentence(details.problem)]],
              seeAll: '',
            },
          ]),
    ],
    footer: `Every event: ${seeAll}. Events come by best effort and may come late or twice.`,
  };
}

/** First, since a long message is cut at its end. */
function moreSection(more: ReadonlyMap<string, number>, { links }: MessageContext): Section {
  return {
    heading: `Only ${maxReportedOfAccount} events of an account are reported at a time`,
    lines: [...more].map(([account, count]) => [
      `account ${account}: ${count} more, kept like the others; look at what it does, ${runbookText(links, flood)}`,
    ]),
    seeAll,
  };
}

/** Events of the same words, each kind where it came first. */
function kindsOf(events: readonly CredentialEvent[]): CredentialEvent[][] {
  const words = [...new Set(events.map((event) => eventWords(event)))];
  return words.map((word) => events.filter((event) => eventWords(event) === word));
}

function detailedSection(event: CredentialEvent, details: EventDetails, context: MessageContext): Section {
  const link = userLink(event, context);
  const use = useCommand(event);
  return {
    heading: eventWords(event),
    lines: [
      ...(event.user === '' ? [] : [['User: ', foreign(event.user)]]),
      ['Account: ', ...(knownAccount(event, details) ?? [event.account])],
      ['By: ', foreign(event.actor), ' from ', foreign(event.sourceAddress || 'an unknown address')],
      [`At: ${timeOf(event)}`],
      ['Event: ', foreign(event.name), ...(event.outcome === '' ? [] : [', ', foreign(event.outcome)])],
      [`What to do: ${eventAdvice(event)}`],
      ...(link === undefined ? [] : [[link]]),
      ...(use === undefined ? [] : [[{ words: 'What was done', command: use }]]),
      ...(event.user === '' && !isCovered(event, details) ? [] : [exceptionLine(event, details)]),
    ],
    seeAll,
  };
}

/** @param reported those of the group that are named */
function listSection(
  group: readonly CredentialEvent[],
  reported: ReadonlySet<CredentialEvent>,
  details: EventDetails,
): Section {
  return {
    heading: group[0] === undefined ? '' : eventWords(group[0], group.length),
    lines: group
      .filter((event) => reported.has(event))
      .map((event) => [
        `${timeOf(event)} `,
        ...eventRest(event).flatMap((text) => [foreign(text), ' ']),
        ...(event.user === '' ? [] : [foreign(event.user), ' ']),
        'in ',
        ...accountOf(event, details),
        ', by ',
        foreign(event.actor),
        ' from ',
        foreign(event.sourceAddress || 'an unknown address'),
        ...(isCovered(event, details) ? ['; covered by an exception'] : []),
      ]),
    seeAll,
  };
}

function accountOf(event: CredentialEvent, details: EventDetails): Line {
  return knownAccount(event, details) ?? [`account ${event.account}`];
}

/** The account by name and unit; undefined when its name is not known. */
function knownAccount({ id, account }: CredentialEvent, { byId }: EventDetails): Line | undefined {
  const detail = byId.get(id);
  if (detail === undefined || detail.accountName === '') return undefined;
  const unit = detail.ouPath === '' ? [] : [' in ', foreign(detail.ouPath)];
  return [foreign(detail.accountName), ` (${account})`, ...unit];
}

function isCovered({ id }: CredentialEvent, { byId }: EventDetails): boolean {
  return (byId.get(id)?.exceptions ?? 0) > 0;
}

function exceptionLine({ id }: CredentialEvent, { byId }: EventDetails): Line {
  const detail = byId.get(id);
  if (detail === undefined) return ['Exception: not known'];
  if (detail.exceptions === 0) return ['Exception: none covers this user'];
  const { exceptions, exceptionControl, exceptionExpiresOn, exceptionReason } = detail;
  return [
    'Exception: ',
    foreign(exceptionControl),
    ` until ${exceptionExpiresOn}, `,
    foreignSentence(exceptionReason),
    ...(exceptions > 1 ? [`; and ${exceptions - 1} more`] : []),
  ];
}

/** To the second, as CloudTrail tells it. */
function timeOf({ at }: CredentialEvent): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** What IAM allows as a user's name; anything else is no user's. */
const userName = /^[\w+=,.@-]{1,64}$/;

/** The user in the console; a deleted user has no page. */
function userLink(
  { user, name, account }: CredentialEvent,
  { links, consoleHost }: MessageContext,
): Link | undefined {
  if (!userName.test(user) || name === 'DeleteUser') return undefined;
  return consoleLink(links, consoleHost, account, user);
}

function ofOrganization({ organization }: MessageContext): string {
  return organization === undefined ? '' : ` in ${organization}`;
}

/** The command that says what the user, or the root user, did; TRAIL is for the reader to fill in. */
function useCommand({ account, user, aboutRoot }: CredentialEvent): string | undefined {
  if (!aboutRoot && !userName.test(user)) return undefined;
  const who = aboutRoot ? '--root' : `--user${user.startsWith('-') ? '=' : ' '}${user}`;
  return `credential-report use --account ${account} ${who} --trail TRAIL`;
}
