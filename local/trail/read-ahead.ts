/** Files that are read before their turn: S3 answers in tens of milliseconds, and many at a time. */
const ahead = 16;

/** An item and what is read of it. */
interface Reading<T> {
  readonly item: T;
  readonly read: Promise<Uint8Array>;
}

/**
 * Items in their order, each with what is being read of it, and of the next ones while the caller works on one. Whoever
 * stops early waits for those, so that what they read is kept.
 */
export async function* readAhead<T>(
  items: readonly T[],
  read: (item: T) => Promise<Uint8Array>,
): AsyncGenerator<Reading<T>> {
  const begun: Reading<T>[] = [];
  try {
    for (const item of items) {
      const reading = { item, read: read(item) };
      // Thrown in its turn.
      reading.read.catch(() => undefined);
      begun.push(reading);
      if (begun.length === ahead) yield* begun.splice(0, 1);
    }
    while (begun.length > 0) yield* begun.splice(0, 1);
  } finally {
    await Promise.allSettled(begun.map(({ read: reading }) => reading));
  }
}
