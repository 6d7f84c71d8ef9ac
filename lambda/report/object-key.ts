const reports = 'credential-reports';
const facts = 'user-facts';
const runs = 'collection-runs';

/**
 * Where objects lie in the bucket. Days are UTC and are those the run was scheduled for, so that a retry after
 * midnight stays in its day. Bucket policies, partitions and saved queries depend on these keys.
 */
export const prefixes = {
  reports,
  runs,
  facts,
  accounts: 'accounts',
  exceptions: 'exceptions',
  controls: 'controls',
  digests: 'digests',
  events: 'credential-events',
  history: 'history',
} as const;

/** Key of the list of exceptions. */
export const exceptionsKey = 'exceptions/exceptions.csv' satisfies `${typeof prefixes.exceptions}/${string}`;

/** Key of the thresholds of controls. */
export const controlsKey = 'controls/controls.csv' satisfies `${typeof prefixes.controls}/${string}`;

/** Longest object name in bytes: the limit of a name in a file system's folder, where copies of the bucket are read. */
const maxObjectNameBytes = 255;

/** The UTC day as it stands in keys and in the partition column `dt`: `yyyy/MM/dd`. */
export function dayPath(date: Date): string {
  return date.toISOString().slice(0, 10).replaceAll('-', '/');
}

/**
 * Encodes an account name as in quoted-printable: UTF-8 bytes, `A–Z a–z 0–9 . _ -` as they are, every other
 * byte as `=XX`. S3 advises against `%` in keys. SQL decodes it with `url_decode(replace(name, '=', '%'))`.
 */
export function encodeAccountName(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll('%', '=');
  // What encodeURIComponent leaves as it is beside those.
  return encoded.replace(/[!'()*~]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** True when the name fits into an object name; older organizations have names of up to 128 characters of any script. */
export function accountNameFits(accountId: string, accountName: string): boolean {
  return objectName(accountId, accountName).length <= maxObjectNameBytes;
}

/** Key of one account's report of one day; an empty account name stands for one that could not be read. */
export function reportKey(day: Date, accountId: string, accountName: string): string {
  return `${reports}/${dayPath(day)}/${objectName(accountId, accountName)}`;
}

function objectName(accountId: string, accountName: string): string {
  return `${accountId}-${encodeAccountName(accountName)}.csv`;
}

/** Key of what IAM tells beside one account's report of one day. */
export function factsKey(day: Date, accountId: string): string {
  return `${facts}/${dayPath(day)}/${accountId}.jsonl`;
}

/** Key of one account's run record of one day. */
export function runRecordKey(day: Date, accountId: string): string {
  return `${runs}/${dayPath(day)}/${accountId}.json`;
}

/** Key of one day's list of the organization's accounts. */
export function accountsKey(day: Date): string {
  return `${prefixes.accounts}/${dayPath(day)}/accounts.jsonl`;
}

/** Key of the record of one digest's delivery: a period such as `2026-W47`, a channel such as `slack`. */
export function deliveryKey(period: string, channel: string): string {
  return `${prefixes.digests}/${period}/${channel}.json`;
}

/** Key of one credential event; the day is that of the event itself. */
export function eventKey(at: Date, id: string): string {
  return `${prefixes.events}/${dayPath(at)}/${id}.json`;
}
