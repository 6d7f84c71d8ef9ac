import { reportColumns } from './columns';
import { csvEscape } from './csv-line';
import type { LineFormat } from './line-row';
import { prefixes } from './object-key';

/** Objects of which the history keeps whole days, and how the tables over them read lines. */
export interface HistorySource extends LineFormat {
  /** The prefix of the objects, and the name of the source. */
  readonly name: string;
  readonly headerLines: number;
}

/** Everything that the history keeps. */
export const historySources: readonly HistorySource[] = [
  { name: prefixes.reports, format: 'csv', columns: reportColumns, escape: csvEscape, headerLines: 1 },
  ...[prefixes.runs, prefixes.accounts, prefixes.facts].map((name) => ({
    name,
    format: 'text' as const,
    columns: ['line'],
    escape: '',
    headerLines: 0,
  })),
];

/** The columns of a source's file: those of its table, the object that a row is of, and bytes that are no text. */
export function historyColumns({ columns }: HistorySource): readonly string[] {
  return [...columns, 'object_path', 'line_base64'];
}

/** `object_path` of the one row that says that the day is written; everything else in it is NULL. */
export const markerPath = '';
