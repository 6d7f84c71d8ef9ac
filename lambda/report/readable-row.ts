import { reportColumns, requiredColumnCount, type ReportColumn } from './columns';

/** What IAM writes where there is no date, each for a reason of its own. */
const noDate = ['N/A', 'no_information', 'not_supported', ''];

const dateColumns = reportColumns.filter((column) =>
  /_time$|_used$|_date$|_changed$|_rotat(ed|ion)$/.test(column),
);
const flagColumns = reportColumns.filter((column) => /_active$/.test(column));

/** Whether a row of an account's report can be relied on: the rule of the view `credential_report_row`. */
export function isReadableRow(fields: readonly string[], accountId: string): boolean {
  const field = (column: ReportColumn) => fields[reportColumns.indexOf(column)] ?? '';
  const [scheme, , service, , owner, resource] = field('arn').split(':');
  return (
    fields.length >= requiredColumnCount &&
    field('user') !== '' &&
    scheme === 'arn' &&
    service === 'iam' &&
    owner === accountId &&
    (isFlag(field('password_enabled')) ||
      (field('password_enabled') === 'not_supported' && resource === 'root')) &&
    flagColumns.every((column) => isFlag(field(column))) &&
    dateColumns.every((column) => noDate.includes(field(column)) || isDate(field(column)))
  );
}

function isFlag(value: string): boolean {
  return /^(true|false)$/i.test(value);
}

/** A second of the calendar in UTC, as IAM writes it. */
function isDate(value: string): boolean {
  const [, second] = /^(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:Z|\+00:00)$/.exec(value) ?? [];
  const time = Date.parse(`${second}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === second;
}
