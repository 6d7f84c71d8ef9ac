/** Where objects go. Keys are those of `object-key.ts`. */
export interface ObjectStore {
  /**
   * Stores an object unless one with this key exists, which is left as it is.
   * @param abortSignal ends the attempt, as an error
   */
  putNew(key: string, body: ObjectBody, contentType: string, abortSignal?: AbortSignal): Promise<PutOutcome>;
  /** Stores an object in place of what is there. */
  replace(key: string, body: ObjectBody, contentType: string): Promise<unknown>;
}

/** Bytes, or text that is stored as UTF-8. */
export type ObjectBody = Uint8Array | string;

/**
 * What came of putting a new object. `likely-stored`: an attempt got no answer and the next one found an object there,
 * most likely its own; only who may read the object can be sure.
 */
export type PutOutcome = 'stored' | 'likely-stored' | 'exists';
