/** Text columns of an event, in their order in the table. */
export const eventColumns = [
  'region',
  'eventid',
  'eventtime',
  'eventsource',
  'eventname',
  'awsregion',
  'sourceipaddress',
  'useragent',
  'errorcode',
  'requestparameters',
  'responseelements',
  'eventcategory',
  'identity_type',
  'identity_arn',
  'identity_accountid',
  'identity_accesskeyid',
  'identity_username',
  'issuer_type',
  'issuer_username',
  'resource_arns',
] as const;

export type EventRow = readonly (string | null)[];

type Fields = Readonly<Record<string, unknown>>;

/** A value's fields; none where it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** An event as a row, texts as Athena shows them: what is no text is its JSON. */
export function eventRow(record: Fields, region: string): EventRow {
  const identity = fieldsOf(record['userIdentity']);
  const issuer = fieldsOf(fieldsOf(identity['sessionContext'])['sessionIssuer']);
  return [
    region,
    ...[
      record['eventID'],
      record['eventTime'],
      record['eventSource'],
      record['eventName'],
      record['awsRegion'],
      record['sourceIPAddress'],
      record['userAgent'],
      record['errorCode'],
      record['requestParameters'],
      record['responseElements'],
      record['eventCategory'],
      identity['type'],
      identity['arn'],
      identity['accountId'],
      identity['accessKeyId'],
      identity['userName'],
      issuer['type'],
      issuer['userName'],
    ].map(textOf),
    arnsOf(record['resources']),
  ];
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** One a line; services write the name of the field in either case. */
function arnsOf(resources: unknown): string | null {
  if (!Array.isArray(resources)) return null;
  const arns = resources.map(fieldsOf).map((one) => textOf(one['ARN'] ?? one['arn']) ?? '');
  return arns.length === 0 ? null : arns.join('\n');
}
