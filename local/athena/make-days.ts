import type { DuckDBConnection } from '@duckdb/node-api';

/** What lies in the folder of a day whose rows are to be made. */
interface DayToMake {
  /** Of its objects. */
  readonly bytes: number;
}

/** Whoever makes days; the other one has a connection and tables of its own, and is opened only where there is much to make. */
export interface Makers<Maker> {
  readonly own: Maker;
  readonly other: (() => Promise<Maker>) | undefined;
}

/** Most days whose rows are made in one statement: DuckDB keeps a file of each open, and memory for each of its columns. */
const mostDays = 24;

/** Most bytes of objects that one statement makes into rows, unless a day has more: it holds them back until it ends. */
const mostBytes = 25_000_000;

/** From so many bytes of objects on two connections make rows side by side: less is made before another one is open. */
const bytesForTwo = 10_000_000;

/**
 * Makes days in parts. Each statement has one thread, since two of them take ten times as long over many small files: two
 * statements side by side do not.
 * @throws Error when a part cannot be made, after the parts that were begun
 */
export async function makeDays<Maker, Day extends DayToMake>(
  connection: DuckDBConnection,
  days: readonly Day[],
  { own, other }: Makers<Maker>,
  make: (maker: Maker, part: readonly Day[]) => Promise<void>,
): Promise<void> {
  if (days.length === 0) return;
  const bytes = days.reduce((sum, day) => sum + day.bytes, 0);
  const isMuch = days.length > 1 && bytes >= bytesForTwo && other !== undefined;
  const makers = isMuch ? [own, await other()] : [own];
  const parts = inParts(days, Math.max(makers.length, Math.ceil(bytes / mostBytes)));
  const left = parts.values();
  const errors: unknown[] = [];
  const work = async (maker: Maker): Promise<void> => {
    for (const part of left) {
      if (errors.length > 0) return;
      await make(maker, part).catch((error: unknown) => errors.push(error));
    }
  };
  await connection.run('SET threads = 1');
  try {
    await Promise.all(makers.map(work));
  } finally {
    await connection.run('RESET threads');
  }
  if (errors.length > 0) throw errors[0];
}

function inParts<Day>(days: readonly Day[], least: number): readonly (readonly Day[])[] {
  const length = Math.min(mostDays, Math.ceil(days.length / least));
  return Array.from({ length: Math.ceil(days.length / length) }, (_, part) =>
    days.slice(part * length, (part + 1) * length),
  );
}
