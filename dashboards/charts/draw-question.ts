import type { DrawnQuestion } from '../question';
import { barHeight, barsOption } from './bars-option';
import type { ChartRow } from './chart-row';
import { columnsOption } from './columns-option';
import { drawSvg } from './draw-svg';
import { everyDay } from './every-day';
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
  const { chart } = question;
  const id = `${question.id}-${width}`;
  const size = { width: widths[width], height: width === 'wide' ? 260 : 220 };
  switch (chart.kind) {
    case 'line':
      return drawSvg(id, lineOption(chart, everyDay(rows, chart.over)), size);
    case 'columns': {
      const areDays = question.columns[chart.over]?.type === 'date';
      return drawSvg(id, columnsOption(chart, areDays ? everyDay(rows, chart.over) : rows, areDays), size);
    }
    case 'bars': {
      const height = Math.min(rows.length, chart.most) * barHeight + 8;
      return drawSvg(id, barsOption(chart, rows, width === 'wide' ? 76 : 40), { ...size, height });
    }
    case 'matrix':
      return undefined;
  }
}
