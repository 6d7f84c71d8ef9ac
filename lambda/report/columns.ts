/** The names in a line of them. */
type Names<Line extends string> = Line extends `${infer First},${infer Rest}`
  ? [First, ...Names<Rest>]
  : [Line];

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated,additional_credentials_info';

/**
 * The columns of an IAM credential report, in AWS's order. The last one is documented by the IAM User Guide
 * but absent from many reports, so a report has 22 or 23 columns.
 */
export const reportColumns = header.split(',') as readonly string[] as Readonly<Names<typeof header>>;

/** Columns that every report has: all but the last. */
export const requiredColumnCount = reportColumns.length - 1;

/** What a report's header has that the tables do not know, in words; nothing when it has the known columns alone. */
export function unknownInHeader(names: readonly string[]): string[] {
  const at = reportColumns.findIndex((column, index) => names[index] !== column);
  if (at !== -1 && (at < requiredColumnCount || names.length > requiredColumnCount)) {
    const received = names[at] === undefined ? 'missing' : shown(names[at]);
    return [`the header is not a known one: column ${at + 1} is ${received}, expected ${reportColumns[at]}`];
  }
  const unknown = names.slice(reportColumns.length).map(shown);
  return unknown.length === 0 ? [] : [`the header has columns that are not known: ${unknown.join(', ')}`];
}

/** What is no report may have no end of line. */
const longestName = 100;

function shown(name: string): string {
  return JSON.stringify(name.length > longestName ? `${name.slice(0, longestName)}…` : name);
}
