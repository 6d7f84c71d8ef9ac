import type { Chart } from '../question';
import { readableNumber } from '../../lambda/shared/text/counted';
import { labelOf, largestSum, numberOf, sumOf, type ChartRow } from './chart-row';
import { labelWidth } from './shown-value';
import { dayLabel } from './day-label';
import type { Drawing } from './draw-svg';
import { chartColours, toneColour } from './tone-colour';

type Columns = Extract<Chart, { kind: 'columns' }>;

/** Stacked columns; few ones carry their total on top. */
export function columnsOption(chart: Columns, rows: readonly ChartRow[], areDays: boolean): Drawing {
  const few = rows.length <= 8;
  return {
    grid: { left: labelWidth(largestSum(rows, chart.series)), right: 8, top: 20, bottom: 26 },
    xAxis: {
      type: 'category',
      data: rows.map((row) => labelOf(row, chart.over)),
      axisLine: { lineStyle: { color: chartColours.line } },
      axisTick: { show: false },
      axisLabel: {
        color: chartColours.text,
        hideOverlap: !few,
        ...(areDays ? { formatter: dayLabel } : { interval: 0, fontSize: 11 }),
      },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { color: chartColours.text, formatter: readableNumber },
      splitLine: { lineStyle: { color: chartColours.line } },
    },
    series: [
      ...chart.series.map(({ column, tone }) => ({
        type: 'bar',
        stack: 'all',
        barCategoryGap: few ? '35%' : '20%',
        itemStyle: { color: toneColour(tone), borderColor: chartColours.gap, borderWidth: 0.5 },
        data: rows.map((row) => numberOf(row, column)),
      })),
      ...(few ? [totals(chart, rows)] : []),
    ],
  };
}

/** A series without height whose labels are the sums. */
function totals(chart: Columns, rows: readonly ChartRow[]): object {
  return {
    type: 'bar',
    stack: 'all',
    data: rows.map((row) => ({ value: 0, label: { formatter: readableNumber(sumOf(row, chart.series)) } })),
    label: { show: true, position: 'top', color: chartColours.strong, fontSize: 13 },
  };
}
