import { reportColumns, requiredColumnCount } from './columns';

/** What IAM writes where there is no date, each for a reason of its own. */
const noDate = ['N/A', 'no_information', 'not_supported', ''];

/** Whether a row of an account's report can be relied on: the rule of the view `credential_report_row`. */
export function isReadableRow(fields: readonly string[], accountId: string): boolean {
  const [user = '', arn = '', , passwordEnabled = ''] = fields;
  const [scheme, , service, , owner, resource] = arn.split(':');
  return (
    fields.length >= requiredColumnCount &&
    user !== '' &&
    scheme === 'arn' &&
    service === 'iam' &&
    owner === accountId &&
    (isFlag(passwordEnabled) || (passwordEnabled === 'not_supported' && resource === 'root')) &&
    everyField(fields, /_active$/, isFlag) &&
    everyField(fields, /_(time|used|date|changed|rotated|rotation)$/, isDate)
  );
}

/** Whether a readable row is of a user that has an access key, active or not; the root user is no user. */
export function holdsAccessKey(fields: readonly string[]): boolean {
  const isNoKey = (field: string) => !/^(true$|\d)/i.test(field);
  return (
    fields[0] !== '<root_account>' && !everyField(fields, /^access_key_\d_(active|last_rotated)$/, isNoKey)
  );
}

function everyField(fields: readonly string[], columns: RegExp, holds: (field: string) => boolean): boolean {
  return reportColumns.every((column, at) => !columns.test(column) || holds(fields[at] ?? ''));
}

function isFlag(value: string): boolean {
  return /^(true|false)$/i.test(value);
}

/** A second of the calendar in UTC, as IAM writes it, or the reason why there is none. */
function isDate(value: string): boolean {
  if (noDate.includes(value)) return true;
  const [, second] = /^(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:Z|\+00:00)$/.exec(value) ?? [];
  return second !== undefined && new Date(`${second}Z`).toJSON()?.slice(0, 19) === second;
}
