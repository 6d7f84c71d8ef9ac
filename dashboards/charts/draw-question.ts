import type { DrawnQuestion } from '../question';
import { barHeight, barsOption } from './bars-option';
import type { ChartRow } from './chart-row';
import { columnsOption } from './columns-option';
import { drawSvg, type Drawing, type Size } from './draw-svg';
import { everyDay } from './every-day';
import { hoverValues } from './hover-values';
import { lineOption } from './line-option';

/** Widths in CSS pixels: a chart is drawn for each, because scaled text would be too small to read. */
const widths = { wide: 620, narrow: 330 } as const;

/** For which screens a drawing is. */
export type Width = keyof typeof widths;

export const drawnWidths = Object.keys(widths) as readonly Width[];

/** The SVG of a question's answer; none for a matrix, which is a table. */
export function drawQuestion(
  question: DrawnQuestion,
  rows: readonly ChartRow[],
  width: Width,
): string | undefined {
  const { chart, columns } = question;
  if (chart.kind === 'matrix') return undefined;
  const areDays = chart.kind !== 'bars' && columns[chart.over]?.type === 'date';
  const drawn = areDays
    ? everyDay(rows, chart.over)
    : chart.kind === 'bars'
      ? rows.slice(0, chart.most)
      : rows;
  const size: Size = { width: widths[width], height: heightOf(question, drawn, width) };
  const option = optionOf(question, drawn, width, areDays);
  return drawSvg(
    `${question.id}-${width}`,
    option,
    size,
    hoverValues(chart, columns, drawn, option.grid, size),
  );
}

function heightOf({ chart }: DrawnQuestion, rows: readonly ChartRow[], width: Width): number {
  if (chart.kind === 'bars') return rows.length * barHeight + 8;
  return width === 'wide' ? 260 : 220;
}

function optionOf(
  { chart }: DrawnQuestion,
  rows: readonly ChartRow[],
  width: Width,
  areDays: boolean,
): Drawing {
  switch (chart.kind) {
    case 'line':
      return lineOption(chart, rows);
    case 'columns':
      return columnsOption(chart, rows, areDays);
    case 'bars':
      return barsOption(chart, rows, width === 'wide' ? 76 : 40);
    case 'matrix':
      throw new Error('a matrix is a table');
  }
}
