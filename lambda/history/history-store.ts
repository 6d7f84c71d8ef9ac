import type { ObjectBody } from '../shared/object-store/object-store';

/** An object as a list shows it. */
export interface ListedObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly etag: string;
}

/** The bucket, or a folder laid out as it. */
export interface HistoryStore {
  /** What `"$path"` has in front of a key: `s3://bucket/`. */
  readonly url: string;
  /** Every object below a prefix, in any order. */
  list(prefix: string): AsyncIterable<ListedObject>;
  /** The days (`yyyy/MM/dd`) of a month (`yyyy/MM`) under which a prefix has objects, in any order. */
  days(prefix: string, month: string): Promise<readonly string[]>;
  /** An object's bytes; undefined when there is none. */
  read(key: string): Promise<Uint8Array | undefined>;
  /**
   * The bytes of an object that was listed.
   * @throws ObjectChanged when they are other ones by now
   */
  readListed(object: ListedObject, abortSignal: AbortSignal): Promise<Uint8Array>;
  replace(key: string, body: ObjectBody, contentType: string): Promise<unknown>;
}

/** What was listed is no longer there, or is another object by now. */
export class ObjectChanged extends Error {
  override readonly name = 'ObjectChanged';

  constructor(key: string) {
    super(`${key} changed while it was read`);
  }
}
