import { foreign, foreignSentence, type Document, type Line, type Section } from '../message/document';
import type { CredentialEvent } from './credential-event';
import { exceptionFor, type EventContext, type EventException } from './event-context';
import { eventWords } from './event-words';

/** Up to so many events are told one by one, with everything known; more become a list. */
const maxDetailed = 5;

/** One message about events that came together, in the order in which they happened. */
export function composeEvents(events: readonly CredentialEvent[], context: EventContext): Document {
  const ordered = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  const kinds = kindsOf(ordered);
  const summary = kinds.map((group) => (group[0] === undefined ? '' : eventWords(group[0], group.length)));
  const accounts = new Set(ordered.map(({ account }) => account)).size;
  const detailed = ordered.length <= maxDetailed;
  return {
    title: `Credential event: ${summary.join(', ')}`,
    lead: [
      `${summary.join(', ')} in ${accounts === 1 ? '' : `${accounts} accounts: `}`,
      ...(accounts === 1 && ordered[0] !== undefined ? accountOf(ordered[0], context) : ['see below']),
      '.',
    ],
    sections: [
      ...(detailed
        ? ordered.map((event) => detailedSection(event, context))
        : kinds.map((group) => listSection(group, context))),
      ...(context.problems.length > 0
        ? [
            {
              heading: 'Not looked up',
              lines: context.problems.map((problem) => [foreignSentence(problem)]),
              seeAll: '',
            },
          ]
        : []),
    ],
    footer:
      'Every event: SELECT * FROM user_credential_event. Events come by best effort and may come late or twice.',
  };
}

/** Events of the same words, each kind where it came first. */
function kindsOf(events: readonly CredentialEvent[]): CredentialEvent[][] {
  const words = [...new Set(events.map((event) => eventWords(event)))];
  return words.map((word) => events.filter((event) => eventWords(event) === word));
}

function detailedSection(event: CredentialEvent, context: EventContext): Section {
  const link = userLink(event);
  return {
    heading: eventWords(event),
    lines: [
      ...(event.user === '' ? [] : [['User: ', foreign(event.user)]]),
      ['Account: ', ...accountOf(event, context)],
      ['By: ', foreign(event.actor), ' from ', foreign(event.sourceAddress || 'an unknown address')],
      [`At: ${timeOf(event)}`],
      ['Event: ', foreign(event.name), ...(event.outcome === '' ? [] : [', ', foreign(event.outcome)])],
      ...(link === undefined ? [] : [[`Console: ${link}`]]),
      ...(event.user === '' ? [] : [exceptionLine(event, context)]),
    ],
    seeAll: '',
  };
}

function listSection(group: readonly CredentialEvent[], context: EventContext): Section {
  return {
    heading: group[0] === undefined ? '' : eventWords(group[0], group.length),
    lines: group.map((event) => [
      `${timeOf(event)} `,
      ...(event.user === '' ? [] : [foreign(event.user), ' in ']),
      ...accountOf(event, context),
      ', by ',
      foreign(event.actor),
      ' from ',
      foreign(event.sourceAddress || 'an unknown address'),
      ...(covering(event, context) !== undefined ? ['; covered by an exception'] : []),
    ]),
    seeAll: 'SELECT * FROM user_credential_event',
  };
}

function accountOf({ account }: CredentialEvent, { accounts }: EventContext): Line {
  const known = accounts.get(account);
  if (known === undefined) return [`account ${account}`];
  return [foreign(known.account_name), ` (${account}) in `, foreign(known.ou_path)];
}

function exceptionLine(event: CredentialEvent, context: EventContext): Line {
  if (context.exceptions === undefined) return ['Exception: not known'];
  const exception = covering(event, context);
  if (exception === undefined) return ['Exception: none covers this user'];
  const { control, expires_on, reason } = exception;
  return ['Exception: ', foreign(control), ` until ${expires_on}, `, foreignSentence(reason)];
}

function covering(event: CredentialEvent, { exceptions = [] }: EventContext): EventException | undefined {
  if (event.user === '') return undefined;
  return exceptionFor(exceptions, event.account, event.user, event.at.toISOString().slice(0, 10));
}

/** To the second, as CloudTrail tells it. */
function timeOf({ at }: CredentialEvent): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The user in the console of whoever is signed in to that account; a deleted user has no page. */
function userLink({ user, name }: CredentialEvent): string | undefined {
  if (user === '' || name === 'DeleteUser') return undefined;
  return `https://console.aws.amazon.com/iam/home#/users/details/${encodeURIComponent(user)}?section=security_credentials`;
}
