import type { Chart } from '../question';
import { readableNumber } from '../../lambda/shared/text/counted';
import { labelOf, largest, numberOf, type ChartRow } from './chart-row';
import { labelWidth, shownValue } from './shown-value';
import { dayLabel } from './day-label';
import type { Drawing } from './draw-svg';
import { chartColours, toneColour } from './tone-colour';

/** Lines over days, each with its newest value at its end. */
export function lineOption(chart: Extract<Chart, { kind: 'line' }>, rows: readonly ChartRow[]): Drawing {
  const widest = labelWidth(largest(rows, chart.series));
  return {
    grid: { left: widest, right: widest + 12, top: 12, bottom: 26 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: rows.map((row) => labelOf(row, chart.over)),
      axisLine: { lineStyle: { color: chartColours.line } },
      axisTick: { show: false },
      axisLabel: { color: chartColours.text, hideOverlap: true, formatter: dayLabel },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { color: chartColours.text, formatter: readableNumber },
      splitLine: { lineStyle: { color: chartColours.line } },
    },
    series: chart.series.map(({ column, tone }) => ({
      type: 'line',
      data: rows.map((row) => numberOf(row, column)),
      step: 'end',
      symbol: 'none',
      lineStyle: { color: toneColour(tone), width: 2.5 },
      areaStyle: { color: toneColour(tone), opacity: 0.08 },
      endLabel: { show: true, color: toneColour(tone), fontSize: 14, distance: 6, formatter: shownValue },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  };
}
