import type { HiveTable } from './hive-tables';

/** What fills the placeholders of a table statement, as the deployment does. */
export interface Filling {
  readonly bucket: string;
  readonly retentionDays: number;
  /** ISO day that `NOW` stands for in ranges of days. @default the engine's clock */
  readonly today?: string;
}

/** The table with its placeholders filled in. `${dt}` stays: the engine fills it. */
export function filledTable(table: HiveTable, filling: Filling): HiveTable {
  const fill = (text: string) =>
    text
      .replaceAll('${bucket}', filling.bucket)
      .replaceAll('${retentionDays}', String(filling.retentionDays))
      .replace(/^NOW-(\d+)DAYS,NOW$/, (range, days) =>
        filling.today === undefined ? range : `${day(filling.today, Number(days))},${day(filling.today, 0)}`,
      );
  return {
    ...table,
    location: fill(table.location),
    parameters: Object.fromEntries(
      Object.entries(table.parameters).map(([name, value]) => [name, fill(value)]),
    ),
  };
}

function day(today: string, before: number): string {
  const time = Date.parse(`${today}T00:00:00Z`) - before * 86_400_000;
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
}
