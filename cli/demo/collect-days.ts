import { startPart } from './collect-part';
import { listDays } from './list-days';

/** A fixed number, so that every machine writes the same bytes: a run and what it calls take turns, so that each part fills a core. */
const parts = 2;

/**
 * Lives through the demo's days: each day the accounts are listed, then every account's collector runs, a few
 * minutes after the one before, as the flexible window of a schedule spreads them. A run knows of no other account, so that
 * the days of each half of the accounts go by at the same time.
 */
export async function collectDays(
  folder: string,
  days: readonly string[],
  dayDone: (day: string) => void,
): Promise<void> {
  const started = await Promise.all(
    Array.from({ length: parts }, (_, part) => startPart(folder, part, parts)),
  );
  const done = new Map<string, number>();
  const partDone = (day: string) => {
    done.set(day, (done.get(day) ?? 0) + 1);
    if (done.get(day) === parts) dayDone(day);
  };
  try {
    // Their processes load the SDK meanwhile.
    const listed = await listDays(folder, days);
    await Promise.all(started.map((part) => part.collect(listed, partDone)));
  } finally {
    await Promise.all(started.map((part) => part.close()));
  }
}
