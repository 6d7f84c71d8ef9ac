import { cutText } from '../shared/text/cut-text';
import { actorOf } from './actor';
import { eventNamesAboutNoUser } from './contract';
import { membersOf, textOf, type Members } from './json';
import { namedUser, rootUserName } from './named-user';

/** One event as the notifier reports it. All but `id`, `account` and `at` is what CloudTrail wrote: foreign text. */
export interface CredentialEvent {
  /** Of EventBridge: the same for every copy of an event. */
  readonly id: string;
  /** Account of the envelope, which EventBridge sets; the detail is never asked. */
  readonly account: string;
  readonly at: Date;
  /** `CreateUser`, `ConsoleLogin`, … */
  readonly name: string;
  /** The user whose credentials changed; empty where the event is about none, as with the root user's own. */
  readonly user: string;
  /** Who did it. */
  readonly actor: string;
  readonly byRoot: boolean;
  /** Whether it is about the root user: named by the request, or at work and naming nobody. */
  readonly aboutRoot: boolean;
  readonly sourceAddress: string;
  /** `Success` or `Failure` of a sign-in, a key's new status, the policy or group given, a new name; empty otherwise. */
  readonly outcome: string;
  /** As it came, on one line. */
  readonly text: string;
}

/**
 * Reads an event as EventBridge hands it over.
 * @throws Error saying what is no event
 */
export function readCredentialEvent(text: string): CredentialEvent {
  const envelope = membersOf(JSON.parse(text));
  const [id, account, time] = ['id', 'account', 'time'].map((name) => textOf(envelope[name]));
  const at = new Date(time ?? '');
  if (!/^[0-9a-f-]{36}$/.test(id ?? '') || !/^[0-9]{12}$/.test(account ?? '') || Number.isNaN(at.getTime())) {
    throw new Error(`an event must have id, account and time, received ${cutText(text, 100)}`);
  }
  const detail = membersOf(envelope['detail']);
  const identity = membersOf(detail['userIdentity']);
  const request = membersOf(detail['requestParameters']);
  const response = membersOf(detail['responseElements']);
  const name = textOf(detail['eventName']);
  const byRoot = identity['type'] === 'Root';
  const named = eventNamesAboutNoUser.includes(name)
    ? ''
    : textOf(request['userName']) || ownUser(identity, response);
  return {
    id: id ?? '',
    account: account ?? '',
    at,
    name,
    user: namedUser(named),
    actor: actorOf(identity),
    byRoot,
    aboutRoot: named === '' ? byRoot : named === rootUserName,
    sourceAddress: textOf(detail['sourceIPAddress']),
    outcome: outcomeOf(request, response),
    // A line break can only stand between JSON's parts: the tables read one event a line.
    text: text.replace(/[\r\n]+/g, ' '),
  };
}

/** What of a request or an answer says how it went, or what was given to whom. */
function outcomeOf(request: Members, response: Members): string {
  const named = ['status', 'policyArn', 'policyName', 'newUserName', 'groupName'];
  return (
    textOf(response['ConsoleLogin']) ||
    named.map((name) => textOf(request[name])).find((text) => text !== '') ||
    ''
  );
}

/** A user who works on credentials of her own need not be named in the request; the root user never is. */
function ownUser(identity: Members, response: Members): string {
  if (identity['type'] === 'Root') return '';
  const named = textOf(membersOf(response['accessKey'])['userName']);
  if (named !== '') return named;
  return identity['type'] === 'IAMUser' ? textOf(identity['userName']) : '';
}
