import { labelOf, type ChartRow } from './chart-row';

/** Rows by days with an empty row for each day in between that has none, so that a gap looks like one. */
export function everyDay(rows: readonly ChartRow[], over: string): ChartRow[] {
  const byDay = new Map(rows.map((row) => [labelOf(row, over), row]));
  const days = [...byDay.keys()].sort();
  const filled: ChartRow[] = [];
  const last = Date.parse(days.at(-1) ?? '');
  for (let time = Date.parse(days[0] ?? ''); time <= last; time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    filled.push(byDay.get(day) ?? { [over]: day });
  }
  return filled;
}
