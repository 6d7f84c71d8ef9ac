import { reportColumns, requiredColumnCount } from './columns';

/** What IAM writes where there is no date, each for a reason of its own. */
const noDate = ['N/A', 'no_information', 'not_supported', ''];

/** Of each column, what its fields have to be. */
const rules = reportColumns.map((column) => {
  if (/_active$/.test(column)) return isFlag;
  return /_(time|used|date|changed|rotated|rotation)$/.test(column) ? isDate : () => true;
});

/** Where a key shows. */
const keyPlaces = reportColumns.flatMap((column, at) =>
  /^access_key_\d_(active|last_rotated)$/.test(column) ? at : [],
);

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
    rules.every((holds, at) => holds(fields[at] ?? ''))
  );
}

/** Whether a readable row is of a user that has an access key, active or not; the root user is no user. */
export function holdsAccessKey(fields: readonly string[]): boolean {
  return fields[0] !== '<root_account>' && keyPlaces.some((at) => /^(true$|\d)/i.test(fields[at] ?? ''));
}

function isFlag(value: string): boolean {
  return /^(true|false)$/i.test(value);
}

/** A second of the calendar in UTC, as IAM writes it, or the reason why there is none. */
function isDate(value: string): boolean {
  if (noDate.includes(value)) return true;
  if (!/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|\+00:00)$/.test(value)) return false;
  // A day that the month does not have is read as one of the next month.
  return new Date(value).getUTCDate() === +value.slice(8, 10);
}
