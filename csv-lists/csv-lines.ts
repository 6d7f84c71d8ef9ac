import { parse } from 'csv-parse/sync';

/** One row of a list as it stands there, with the line on which it ends. */
export interface CsvLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Something wrong with a list, and on which line. */
export interface CsvProblem {
  readonly line: number;
  readonly problem: string;
}

/** The rows below the header, or the one problem that keeps the list from being read. */
export function csvLines(csv: string, columns: readonly string[]): readonly CsvLine[] | CsvProblem {
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
    if (found === columns.join(',')) return rows;
    return {
      line: 1,
      problem: `the header must be ${columns.join(',')}, received ${JSON.stringify(found)}`,
    };
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    return { line: lines ?? 1, problem: `no CSV: ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
  }
}
