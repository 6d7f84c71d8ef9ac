/** How a column's values are read: `integer` up to 2^53, `date` as `YYYY-MM-DD`. No value is NULL. */
export type ColumnType = 'text' | 'integer' | 'date';

/** One column of an answer, with the words that people read above it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly label: string;
}

/** What a colour says; each surface has its own shade of it for light and dark. */
export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'good' | 'accent' | 'second' | 'third';

/** One line, or one part of stacked bars: a column of numbers. */
export interface Series<Name extends string = string> {
  readonly column: Name;
  readonly tone: Tone;
}

/** How an answer is drawn, the same in QuickSight and in the HTML page. */
export type Chart<Name extends string = string> =
  | { readonly kind: 'line'; readonly over: Name; readonly series: readonly Series<Name>[] }
  /** Stacked columns, in the order of the rows, which is that of the column `order`. */
  | {
      readonly kind: 'columns';
      readonly over: Name;
      readonly order: Name;
      readonly series: readonly Series<Name>[];
    }
  /** Stacked horizontal bars, in the order of the rows; those after the first `most` are left out. */
  | {
      readonly kind: 'bars';
      readonly of: Name;
      readonly series: readonly Series<Name>[];
      readonly most: number;
    }
  /** A number for each pair of a row and a column. */
  | { readonly kind: 'matrix'; readonly rows: Name; readonly columns: Name; readonly value: Name };

/** A list of rows: what to ask, and what comes back. */
export interface Listing<Columns extends readonly Column[] = readonly Column[]> {
  /** Part of ids in templates and pages: lowercase words with hyphens. */
  readonly id: string;
  /** Only selection and aggregation over views: rules about credentials live in the views. */
  readonly sql: string;
  readonly columns: Columns;
}

/** A question about the organization whose answer is a chart. */
export interface Question<Columns extends readonly Column[] = readonly Column[]> extends Listing<Columns> {
  readonly title: string;
  /** In words, as somebody would ask it. */
  readonly question: string;
  readonly chart: Chart<Columns[number]['name']>;
}

/** A row of a listing, its values by their column's name. */
export type RowOf<Asked extends Listing> = {
  readonly [Each in Asked['columns'][number] as Each['name']]: ValueOf[Each['type']];
};

interface ValueOf {
  readonly text: string;
  readonly integer: number;
  readonly date: string;
}

/** Ties the chart's columns to those of the SQL. */
export function defineQuestion<const Columns extends readonly Column[]>(
  question: Question<Columns>,
): Question<Columns> {
  return question;
}

/** The same for rows that are listed, not drawn. */
export function defineListing<const Columns extends readonly Column[]>(
  listing: Listing<Columns>,
): Listing<Columns> {
  return listing;
}
