import type { Columns, Question } from '../athena-ddl/question';
import { dashboardQuery } from '../athena-ddl/sql-files';

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

/** A question about the organization whose answer is a chart. */
export interface DrawnQuestion<Declared extends Columns = Columns> extends Question<Declared> {
  /** Part of ids in templates and pages: the query's name with hyphens. */
  readonly id: string;
  readonly title: string;
  /** In words, as somebody would ask it. */
  readonly question: string;
  readonly chart: Chart;
}

/** Ties the chart's columns to those of the query. */
export function defineDrawing<const Declared extends Columns>(
  drawing: Omit<DrawnQuestion<Declared>, 'id' | 'sql' | 'chart'> & {
    readonly chart: Chart<keyof Declared & string>;
  },
): DrawnQuestion<Declared> {
  const { query } = drawing;
  return { ...drawing, id: query.replaceAll('_', '-'), sql: dashboardQuery(query) };
}
