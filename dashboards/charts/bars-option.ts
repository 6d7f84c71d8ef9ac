import type { EChartsCoreOption } from 'echarts';
import type { Chart } from '../question';
import { labelOf, numberOf, sumOf, type ChartRow } from './chart-row';
import { chartColours, toneColour } from './tone-colour';

type Bars = Extract<Chart, { kind: 'bars' }>;

/** Height of one bar with its label above it, in CSS pixels. */
export const barHeight = 38;

/** Stacked horizontal bars, the first row on top; each label stands above its bar, so that long names have room. */
export function barsOption(chart: Bars, rows: readonly ChartRow[], mostLetters: number): EChartsCoreOption {
  const drawn = rows.slice(0, chart.most);
  return {
    grid: { left: 2, right: 40, top: 8, bottom: 0 },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: drawn.map((row) => labelOf(row, chart.of)),
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
        data: drawn.map((row) => numberOf(row, column)),
      })),
      {
        type: 'bar',
        stack: 'all',
        data: drawn.map((row) => ({ value: 0, label: { formatter: String(sumOf(row, chart.series)) } })),
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
