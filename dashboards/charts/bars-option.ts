import type { Chart } from '../question';
import { readableNumber } from '../../lambda/shared/text/counted';
import { labelOf, largestSum, numberOf, sumOf, type ChartRow } from './chart-row';
import { labelWidth } from './shown-value';
import type { Drawing } from './draw-svg';
import { chartColours, toneColour } from './tone-colour';

type Bars = Extract<Chart, { kind: 'bars' }>;

/** Height of one bar with its label above it, in CSS pixels. */
export const barHeight = 38;

/** Stacked horizontal bars, the first row on top; each label stands above its bar, so that long names have room. */
export function barsOption(chart: Bars, rows: readonly ChartRow[], mostLetters: number): Drawing {
  return {
    grid: { left: 2, right: labelWidth(largestSum(rows, chart.series)), top: 8, bottom: 0 },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => labelOf(row, chart.of)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        inside: true,
        margin: 0,
        color: chartColours.strong,
        verticalAlign: 'bottom',
        padding: [0, 0, 7, 0],
        formatter: (label: string) => shortened(label, mostLetters),
      },
      z: 10,
    },
    series: [
      ...chart.series.map(({ column, tone }) => ({
        type: 'bar',
        stack: 'all',
        barWidth: 10,
        itemStyle: { color: toneColour(tone), borderColor: chartColours.gap, borderWidth: 0.5 },
        data: rows.map((row) => numberOf(row, column)),
      })),
      {
        type: 'bar',
        stack: 'all',
        data: rows.map((row) => ({
          value: 0,
          label: { formatter: readableNumber(sumOf(row, chart.series)) },
        })),
        label: { show: true, position: 'right', color: chartColours.text },
      },
    ],
  };
}

/** Keeps both ends: the account's id stands at the end. */
function shortened(label: string, mostLetters: number): string {
  const letters = [...label];
  if (letters.length <= mostLetters) return label;
  const end = 15;
  return `${letters.slice(0, mostLetters - end - 1).join('')}…${letters.slice(-end).join('')}`;
}
