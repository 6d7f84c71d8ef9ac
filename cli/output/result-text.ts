import { csvText } from './csv-text';
import { jsonText } from './json-text';
import { tableText } from './table-text';

export const outputFormats = ['table', 'csv', 'json'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** How a result is written. */
export interface ResultStyle {
  readonly format: OutputFormat;
  /** Leaves text that begins like a formula as it is; JSON always does. */
  readonly raw: boolean;
}

/** A result in the format asked for, ending in a newline. */
export function resultText(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  { format, raw }: ResultStyle,
): string {
  switch (format) {
    case 'table':
      return tableText(columns, rows, raw);
    case 'csv':
      return csvText(columns, rows, raw);
    case 'json':
      return jsonText(columns, rows);
  }
}
