import { csvFields } from './csv-line';

/** A row's values by the table's columns. */
export type Row = readonly (string | null)[];

/** How a table's lines become rows. */
export interface LineFormat {
  readonly format: 'csv' | 'text';
  readonly columns: readonly string[];
  /** Escape character of lines in CSV. */
  readonly escape: string;
}

/** How LazySimpleSerDe writes NULL. */
export const nullText = '\\N';

/** A line as Athena shows it: fields that are missing are NULL, those that no column takes are dropped. */
export function rowOfLine(line: string, { format, columns, escape }: LineFormat): Row {
  const fields = format === 'csv' ? csvFields(line, escape) : line.split('\u0001');
  return columns.map((_column, index) => {
    const field = fields[index];
    return field === undefined || (format === 'text' && field === nullText) ? null : field;
  });
}
