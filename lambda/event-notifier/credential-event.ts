/** One event as the notifier tells about it. All but `id`, `account` and `at` is what CloudTrail wrote: foreign text. */
export interface CredentialEvent {
  /** Of EventBridge: the same for every copy of an event. */
  readonly id: string;
  /** Account of the envelope, which EventBridge sets; the detail is never asked. */
  readonly account: string;
  readonly at: Date;
  /** `CreateUser`, `ConsoleLogin`, … */
  readonly name: string;
  /** The user whose credentials changed; empty where the event is about none. */
  readonly user: string;
  /** Who did it. */
  readonly actor: string;
  readonly byRoot: boolean;
  readonly sourceAddress: string;
  /** `Success` or `Failure` of a sign-in, the new status of a key, the policy attached; empty otherwise. */
  readonly outcome: string;
  /** As it came, on one line. */
  readonly text: string;
}

/**
 * Reads an event as EventBridge hands it over.
 * @throws Error saying what is no event
 */
export function readCredentialEvent(text: string): CredentialEvent {
  const envelope = objectOf(JSON.parse(text));
  const [id, account, time] = ['id', 'account', 'time'].map((name) => textOf(envelope[name]));
  const at = new Date(time ?? '');
  if (!/^[0-9a-f-]{36}$/.test(id ?? '') || !/^[0-9]{12}$/.test(account ?? '') || Number.isNaN(at.getTime())) {
    throw new Error(`an event must have id, account and time, received ${text.slice(0, 100)}`);
  }
  const detail = objectOf(envelope['detail']);
  const identity = objectOf(detail['userIdentity']);
  const request = objectOf(detail['requestParameters']);
  const response = objectOf(detail['responseElements']);
  const name = textOf(detail['eventName']);
  return {
    id: id ?? '',
    account: account ?? '',
    at,
    name,
    user: textOf(request['userName']) || ownUser(name, identity, response),
    actor: actorOf(identity),
    byRoot: identity['type'] === 'Root',
    sourceAddress: textOf(detail['sourceIPAddress']),
    outcome: textOf(response['ConsoleLogin']) || textOf(request['status']) || textOf(request['policyArn']),
    // A line break can only stand between JSON's parts: the tables read one event a line.
    text: text.replace(/[\r\n]+/g, ' '),
  };
}

/** A user who works on credentials of her own need not be named in the request. */
function ownUser(name: string, identity: Members, response: Members): string {
  const named = textOf(objectOf(response['accessKey'])['userName']);
  if (named !== '' || name === 'ConsoleLogin') return named;
  return identity['type'] === 'IAMUser' ? textOf(identity['userName']) : '';
}

function actorOf(identity: Members): string {
  const issuer = textOf(objectOf(objectOf(identity['sessionContext'])['sessionIssuer'])['userName']);
  const arn = textOf(identity['arn']);
  switch (identity['type']) {
    case 'Root':
      return 'the root user';
    case 'IAMUser':
      return `user ${textOf(identity['userName'])}`;
    case 'AssumedRole':
      return `role ${issuer}, session ${arn.split('/').at(-1) ?? ''}`;
    default:
      return arn || textOf(identity['invokedBy']) || textOf(identity['type']) || 'unknown';
  }
}

type Members = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
