import { csvText } from './csv-text';
import { jsonText } from './json-text';
import type { Screen } from './screen';
import { tableText } from './table-text';
import { verticalText } from './vertical-text';

export const outputFormats = ['table', 'vertical', 'csv', 'json'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** How a result is written. */
export interface ResultStyle {
  readonly format: OutputFormat;
  /** Leaves text that begins like a formula as it is in CSV, the one format that spreadsheets open. */
  readonly raw: boolean;
  /** What it is shown on. @default nothing: lines are as long as they are, without colours */
  readonly screen?: Screen;
}

/** A result in the format asked for, ending in a newline. */
export function resultText(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  { format, raw, screen }: ResultStyle,
): string {
  switch (format) {
    case 'table':
      return tableText(columns, rows, screen);
    case 'vertical':
      return verticalText(columns, rows, screen);
    case 'csv':
      return csvText(columns, rows, raw);
    case 'json':
      return jsonText(columns, rows);
  }
}
