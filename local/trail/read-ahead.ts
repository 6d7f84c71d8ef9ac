/** Files that are read before their turn: S3 answers in tens of milliseconds, and many at a time. */
const ahead = 16;

interface Read<T> {
  readonly item: T;
  readonly bytes: Uint8Array;
}

/** Reads items in their order, the next ones while the caller works on one. */
export async function* readAhead<T>(
  items: readonly T[],
  read: (item: T) => Promise<Uint8Array>,
): AsyncGenerator<Read<T>> {
  const reading: { item: T; bytes: Promise<Uint8Array> }[] = [];
  const start = (item: T) => {
    const bytes = read(item);
    // It is thrown in its turn.
    bytes.catch(() => undefined);
    reading.push({ item, bytes });
  };
  for (const item of items) {
    start(item);
    const first = reading.length < ahead ? undefined : reading.shift();
    if (first !== undefined) yield { item: first.item, bytes: await first.bytes };
  }
  for (const { item, bytes } of reading) yield { item, bytes: await bytes };
}
