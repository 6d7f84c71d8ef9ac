import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportColumns, requiredColumnCount } from '../../../lambda/report/columns';

/** A report recorded from IAM, as it came. */
export function recordedReport(name: string): string {
  return readFileSync(join(__dirname, '../../fixtures/credential-reports', `${name}.csv`), 'utf8');
}

type Row = Readonly<Record<string, string>>;

/** A report of 22 columns; what a row does not say is a user without any credential. */
export function report(accountId: string, ...rows: readonly Row[]): string {
  const columns = reportColumns.slice(0, requiredColumnCount);
  const lines = rows.map((row) =>
    columns.map((column) => field(row[column] ?? bare(accountId, row)[column] ?? '')).join(','),
  );
  return [columns.join(','), ...lines].join('\n');
}

function bare(accountId: string, row: Row): Record<string, string> {
  const user = row.user ?? 'somebody';
  const values = reportColumns.map(
    (column) => [column, /_active$|_enabled$/.test(column) ? 'false' : 'N/A'] as const,
  );
  return {
    ...Object.fromEntries(values),
    user,
    arn:
      user === '<root_account>' ? `arn:aws:iam::${accountId}:root` : `arn:aws:iam::${accountId}:user/${user}`,
    user_creation_time: '2026-01-01T00:00:00Z',
  };
}

function field(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A clock long after every day of the tests: no day is to come, every run that can come has come. */
export const longAfter = () => new Date('2030-01-01T00:00:00Z');
