import { named } from './error-of';
import { unknownInHeader } from '../report/columns';
import { csvFields } from '../report/csv-line';
import { holdsAccessKey, isReadableRow } from '../report/readable-row';
import { textLines } from '../report/text-lines';

/** What was seen in a report that may be stored. */
export interface ReportCheck {
  /** Rows below the header, the root user's included, whether they can be read or not. */
  readonly users: number;
  readonly warnings: string[];
  /** Users that have an access key, active or not; the root user's keys cannot be listed. */
  readonly keyHolders: readonly string[];
}

/** The name of the error of a report that must not be stored under this account. */
const refused = 'RefusedReportError';

/**
 * Proves that a report belongs to the account, and notes what looks unknown in it: rows are read by Athena's rule.
 * @throws `RefusedReportError` for an empty report, or one whose ARN field names another account. Only the field
 *   counts: the path inside an ARN may hold any text, another ARN included.
 */
export function checkReport(content: Uint8Array, accountId: string): ReportCheck {
  if (content.length === 0) throw named(refused, 'IAM returned an empty report');
  const [header = [], ...rows] = textLines(content).map((line) => csvFields(line));
  const warnings = unknownInHeader(header);
  // The second column, where an unknown header says nothing else.
  const arnColumn = header.includes('arn') ? header.indexOf('arn') : 1;

  const keyHolders: string[] = [];
  let unreadable = 0;
  let hasRoot = false;
  for (const row of rows) {
    const owner = /^arn:[^:]+:iam::([0-9]{12}):/.exec(row[arnColumn] ?? '')?.[1];
    if (owner !== undefined && owner !== accountId) {
      throw named(refused, `the report belongs to account ${owner}, expected ${accountId}`);
    }
    if (!isReadableRow(row, accountId)) unreadable++;
    else if (holdsAccessKey(row)) keyHolders.push(row[0] ?? '');
    hasRoot ||= row[arnColumn]?.endsWith(`:${accountId}:root`) ?? false;
  }
  if (unreadable > 0) warnings.push(`${unreadable} of ${rows.length} rows cannot be read`);
  if (!hasRoot) warnings.push('the report has no row of the root user');
  return { users: rows.length, warnings, keyHolders };
}
