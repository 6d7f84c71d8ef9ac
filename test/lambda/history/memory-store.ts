import { createHash } from 'node:crypto';
import { type HistoryStore, type ListedObject, ObjectChanged } from '../../../lambda/history/history-store';

/** What a test lets happen at a call; what it throws, the call throws. */
export interface Happenings {
  readonly onRead?: (key: string) => unknown;
  readonly onPut?: (key: string) => unknown;
  /** Sizes that lists show instead of the objects' own. */
  readonly sizes?: Readonly<Record<string, number>>;
}

/** A bucket in memory. */
export class MemoryStore implements HistoryStore {
  readonly url = 's3://local/';
  readonly puts: string[] = [];
  readonly reads: string[] = [];
  readonly objects: Map<string, Buffer>;

  constructor(
    objects: Readonly<Record<string, string | Buffer>>,
    private readonly happenings: Happenings = {},
  ) {
    this.objects = new Map(Object.entries(objects).map(([key, body]) => [key, Buffer.from(body)]));
  }

  async *list(prefix: string): AsyncGenerator<ListedObject> {
    // In no order that anybody could rely on.
    for (const [key, body] of [...this.objects].reverse())
      if (key.startsWith(prefix)) yield await Promise.resolve(this.listed(key, body));
  }

  days(prefix: string, month: string): Promise<readonly string[]> {
    const start = `${prefix}/${month}/`;
    const days = [...this.objects.keys()].filter((key) => key.startsWith(start));
    return Promise.resolve([...new Set(days.map((key) => key.slice(prefix.length + 1).slice(0, 10)))]);
  }

  read(key: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.objects.get(key));
  }

  async readListed({ key, etag }: ListedObject): Promise<Uint8Array> {
    this.reads.push(key);
    await this.happenings.onRead?.(key);
    const body = this.objects.get(key);
    if (body === undefined || this.listed(key, body).etag !== etag) throw new ObjectChanged(key);
    return body;
  }

  async replace(key: string, body: Uint8Array | string): Promise<void> {
    await this.happenings.onPut?.(key);
    this.puts.push(key);
    this.objects.set(key, Buffer.from(body as string));
  }

  private listed(key: string, body: Buffer): ListedObject {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    return { key, size: this.happenings.sizes?.[key] ?? body.length, etag };
  }
}
