/** Columns of who called. There are few of them in a trail, and so of kinds of calls: each is stored once. */
export const identityColumns = [
  'identity_type',
  'identity_arn',
  'identity_accountid',
  'identity_accesskeyid',
  'identity_username',
  'issuer_type',
  'issuer_username',
] as const;

export const kindColumns = [
  'region',
  'eventsource',
  'eventname',
  'awsregion',
  'errorcode',
  'eventcategory',
] as const;

/** Columns of each event alone. */
export const ownColumns = [
  'eventtime',
  'sourceipaddress',
  'useragent',
  'requestparameters',
  'responseelements',
  'resource_arns',
] as const;

export type Texts = readonly (string | null)[];

/** An event in the columns above. */
export interface EventRow {
  readonly id: string;
  readonly identity: Texts;
  readonly kind: Texts;
  readonly own: Texts;
}

type Fields = Readonly<Record<string, unknown>>;

/** A value's fields; none where it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** An event as a row, texts as Athena shows them. */
export function eventRow(record: Fields, region: string): EventRow {
  const identity = fieldsOf(record['userIdentity']);
  const issuer = fieldsOf(fieldsOf(identity['sessionContext'])['sessionIssuer']);
  return {
    id: textOf(record['eventID']) ?? '',
    identity: [
      textOf(identity['type']),
      textOf(identity['arn']),
      textOf(identity['accountId']),
      textOf(identity['accessKeyId']),
      textOf(identity['userName']),
      textOf(issuer['type']),
      textOf(issuer['userName']),
    ],
    kind: [
      region,
      textOf(record['eventSource']),
      textOf(record['eventName']),
      textOf(record['awsRegion']),
      textOf(record['errorCode']),
      textOf(record['eventCategory']),
    ],
    own: [
      textOf(record['eventTime']),
      textOf(record['sourceIPAddress']),
      textOf(record['userAgent']),
      scalarsOf(record['requestParameters']),
      scalarsOf(record['responseElements']),
      arnsOf(record['resources']),
    ],
  };
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** An object as JSON without what is nested: the views ask for nothing below, and it can be 256 KB. */
function scalarsOf(value: unknown): string | null {
  const scalars = Object.entries(fieldsOf(value)).filter(([, one]) => typeof one !== 'object');
  return scalars.length === 0 ? null : JSON.stringify(Object.fromEntries(scalars));
}

/** One a line; services write the name of the field in either case. */
function arnsOf(resources: unknown): string | null {
  if (!Array.isArray(resources)) return null;
  const arns = resources.map(fieldsOf).map((one) => textOf(one['ARN'] ?? one['arn']) ?? '');
  return arns.length === 0 ? null : arns.join('\n');
}
