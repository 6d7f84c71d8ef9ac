import type { Call } from '../call';
import { onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { notImplemented, ServiceError } from '../service-error';

/** A record of CloudTrail; what is read of it here, beside what is handed over as it is. */
export interface EventRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventSource: string;
  /** ISO 8601, UTC. */
  readonly eventTime: string;
  readonly awsRegion: string;
  readonly recipientAccountId: string;
  readonly managementEvent: boolean;
  readonly readOnly?: boolean;
  readonly userIdentity: { readonly type: string; readonly userName?: string; readonly accessKeyId?: string };
  readonly [more: string]: unknown;
}

const members = ['LookupAttributes', 'StartTime', 'EndTime', 'MaxResults', 'NextToken'];
/** The history goes back so many days. */
const historyMs = 90 * 86_400_000;
const largestPage = 50;

/** LookupEvents: management events of the caller's account in the call's region, the newest first. */
export async function lookUpEvents(
  call: Call<JsonInput>,
  events: readonly EventRecord[],
): Promise<JsonOutput> {
  const { input, region, now } = call;
  onlyMembers(input, 'cloudtrail:LookupEvents', members);
  await call.authorize({ action: 'cloudtrail:LookupEvents' });
  const size = input['MaxResults'] ?? largestPage;
  if (typeof size !== 'number' || size < 1 || size > largestPage)
    throw new ServiceError('InvalidMaxResultsException', 400, 'MaxResults must be between 1 and 50.');
  const isAsked = asked(input['LookupAttributes'] ?? []);
  const from = Math.max(seconds(input['StartTime'], 0) * 1000, now.getTime() - historyMs);
  const to = seconds(input['EndTime'], now.getTime() / 1000) * 1000;
  if (from > to && input['StartTime'] !== undefined)
    throw new ServiceError('InvalidTimeRangeException', 400, 'The start time must be before the end time.');
  const found = events
    .filter((event) => event.recipientAccountId === call.caller.accountId && event.awsRegion === region)
    .filter((event) => event.managementEvent && isAsked(event))
    .filter(({ eventTime }) => Date.parse(eventTime) >= from && Date.parse(eventTime) <= to)
    .sort((a, b) => (a.eventTime < b.eventTime ? 1 : -1));
  const start = Number(input['NextToken'] ?? 0);
  const end = start + size;
  return {
    Events: found.slice(start, end).map(shapeOf),
    ...(end < found.length ? { NextToken: String(end) } : {}),
  };
}

function seconds(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** What one attribute asks for; CloudTrail takes no second one. */
function asked(attributes: unknown): (event: EventRecord) => boolean {
  const [attribute, ...more] = attributes as { AttributeKey: string; AttributeValue: string }[];
  if (more.length > 0)
    throw new ServiceError('InvalidLookupAttributesException', 400, 'You can specify only one attribute.');
  if (attribute === undefined) return () => true;
  const { AttributeKey: key, AttributeValue: value } = attribute;
  if (key === 'Username') return (event) => userNameOf(event) === value;
  if (key === 'AccessKeyId') return ({ userIdentity }) => userIdentity.accessKeyId === value;
  throw notImplemented(`the attribute ${key} of cloudtrail:LookupEvents`);
}

function userNameOf({ userIdentity: { type, userName } }: EventRecord): string | undefined {
  return type === 'Root' ? 'root' : userName;
}

function shapeOf(event: EventRecord): JsonOutput {
  const { eventID, eventName, eventSource, eventTime, readOnly, userIdentity } = event;
  return {
    EventId: eventID,
    EventName: eventName,
    EventSource: eventSource,
    EventTime: Date.parse(eventTime) / 1000,
    ReadOnly: String(readOnly ?? false),
    Username: userNameOf(event),
    AccessKeyId: userIdentity.accessKeyId,
    Resources: [],
    CloudTrailEvent: JSON.stringify(event),
  };
}
