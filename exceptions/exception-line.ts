import { parse } from 'csv-parse/sync';

/** The columns of exceptions.csv, in the order in which the table `exception` reads them. */
export const exceptionColumns = [
  'account_id',
  'user_name',
  'control',
  'reason',
  'approved_by',
  'expires_on',
] as const;

/** One row of the file as it stands there, with the line on which it ends. */
export interface ExceptionLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Something wrong with the file, and on which line. */
export interface ExceptionProblem {
  readonly line: number;
  readonly problem: string;
}

/** The rows below the header, or the one problem that keeps the file from being read. */
export function exceptionLines(csv: string): readonly ExceptionLine[] | ExceptionProblem {
  try {
    const records = parse(csv, {
      bom: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      info: true,
    }) as unknown;
    const lines = (records as readonly { info: { lines: number }; record: string[] }[]).map(
      ({ info, record }) => ({
        line: info.lines,
        fields: record,
      }),
    );
    const [header, ...rows] = lines;
    const found = header?.fields.join(',') ?? '';
    if (found === exceptionColumns.join(',')) return rows;
    return {
      line: 1,
      problem: `the header must be ${exceptionColumns.join(',')}, received ${JSON.stringify(found)}`,
    };
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    return { line: lines ?? 1, problem: `no CSV: ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
  }
}
