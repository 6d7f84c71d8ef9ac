import { renderToString } from 'preact-render-to-string';
import { readableNumber } from '../../lambda/shared/text/counted';
import type { Columns } from '../../athena-ddl/question';
import type { Chart } from '../question';
import { labelOf, numberOf, type ChartRow } from './chart-row';
import { dayLabel } from './day-label';
import type { Grid, Size } from './draw-svg';

type Drawn = Exclude<Chart, { kind: 'matrix' }>;

/** Areas that nobody sees, one over the marks of each row: resting on one shows its numbers, without a script. */
export function hoverValues(
  chart: Drawn,
  columns: Columns,
  rows: readonly ChartRow[],
  grid: Grid,
  size: Size,
): string {
  const width = size.width - grid.left - grid.right;
  const height = size.height - grid.top - grid.bottom;
  // Points of a line stand on both edges, columns and bars between them.
  const step = chart.kind === 'line' ? width / Math.max(1, rows.length - 1) : width / rows.length;
  const first = chart.kind === 'line' ? grid.left - step / 2 : grid.left;
  return renderToString(
    <g fill="transparent">
      {rows.map((row, place) =>
        chart.kind === 'bars' ? (
          <rect
            x={0}
            y={grid.top + (place * height) / rows.length}
            width={size.width}
            height={height / rows.length}
          >
            <title>{valuesOf(chart, columns, row)}</title>
          </rect>
        ) : (
          <rect x={first + place * step} y={grid.top} width={step} height={height}>
            <title>{valuesOf(chart, columns, row)}</title>
          </rect>
        ),
      )}
    </g>,
  );
}

/** `22 Nov: Collected 1,204, Failed 3`. */
function valuesOf(chart: Drawn, columns: Columns, row: ChartRow): string {
  const over = chart.kind === 'bars' ? chart.of : chart.over;
  const label = labelOf(row, over);
  const values = chart.series.flatMap(({ column }) => {
    const value = numberOf(row, column);
    return value === null ? [] : [`${columns[column]?.label ?? column} ${readableNumber(value)}`];
  });
  const shown = columns[over]?.type === 'date' ? dayLabel(label) : label;
  return `${shown}: ${values.length === 0 ? 'nothing known' : values.join(', ')}`;
}
