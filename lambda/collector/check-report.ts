import { isKnownHeader, requiredColumnCount } from '../report/columns';

/** What was seen in a report that may be stored. */
export interface ReportCheck {
  /** Rows below the header, the root user's included, whether they parse or not. */
  readonly users: number;
  readonly warnings: string[];
}

/** A report that must not be stored under this account. */
export class RefusedReportError extends Error {
  override readonly name = 'RefusedReportError';
}

/** The arn is the second column; an unknown header may say otherwise. */
const usualArnColumn = 1;

/**
 * Proves that a report belongs to the account, and notes what looks unknown in it.
 * @throws RefusedReportError for an empty report, or one whose ARN field names another account. Only the field
 *   counts: the path inside an ARN may hold any text, another ARN included.
 */
export function checkReport(content: Uint8Array, accountId: string): ReportCheck {
  if (content.length === 0) throw new RefusedReportError('IAM returned an empty report');
  const text = new TextDecoder().decode(content);
  const header = text.split('\n', 1)[0] ?? '';
  const warnings: string[] = [];
  if (!isKnownHeader(header)) warnings.push(`the header is not a known one: ${header.slice(0, 200)}`);
  const named = header.split(',').indexOf('arn');
  const arnColumn = named === -1 ? usualArnColumn : named;

  const rows = parseRows(text).slice(1);
  let unreadable = 0;
  let hasRoot = false;
  for (const row of rows) {
    const owner = /^arn:[^:]+:iam::([0-9]{12}):/.exec(row[arnColumn] ?? '')?.[1];
    if (owner !== undefined && owner !== accountId) {
      throw new RefusedReportError(`the report belongs to account ${owner}, expected ${accountId}`);
    }
    if (owner === undefined || row.length < requiredColumnCount) unreadable++;
    hasRoot ||= row[arnColumn]?.endsWith(`:${accountId}:root`) ?? false;
  }
  if (unreadable > 0) warnings.push(`${unreadable} of ${rows.length} rows cannot be read`);
  if (!hasRoot) warnings.push('the report has no row of the root user');
  return { users: rows.length, warnings };
}

/** A quoted or a plain field, at the beginning of a line or behind a comma. */
const field = /(?<=^|,)(?:"([^"]*(?:""[^"]*)*)"|([^,]*))/g;

/** Fields of each line. Quotes are read as in RFC 4180; a quoted field may not span lines, as in Athena. */
function parseRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      Array.from(line.matchAll(field), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}
