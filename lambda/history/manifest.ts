import { sha256Of } from '../report/sha256';
import type { FinishedFile } from './parquet-file';
import { writerVersion } from './writer-version';

/** An object whose rows are in the file. */
export interface ManifestInput {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  /** Hex SHA-256 of its bytes. */
  readonly sha256: string;
  readonly rows_read: number;
  /** An object is read whole or not at all, so none; those of `not_read` are not known. */
  readonly rows_not_read: 0;
}

/** An object of which the file has one row without values. */
export interface UnreadInput {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly reason: string;
}

/** What a day's file was made of. It says nothing of when, so that the same objects give the same bytes. */
export interface Manifest {
  readonly source: string;
  /** `yyyy/MM/dd`. */
  readonly day: string;
  readonly writer: string;
  readonly key: string;
  /** Rows of the file: of the inputs, one of each that was not read, and the one that says that the day is written. */
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly inputs: readonly ManifestInput[];
  readonly not_read: readonly UnreadInput[];
}

/** The manifest of a file. */
export function manifestOf(
  file: FinishedFile,
  said: Pick<Manifest, 'source' | 'day' | 'key' | 'inputs' | 'not_read'>,
): Manifest {
  const { source, day, key, inputs, not_read } = said;
  const { rows, bytes } = file;
  const sha256 = sha256Of(bytes);
  return { source, day, writer: writerVersion, key, rows, bytes: bytes.length, sha256, inputs, not_read };
}

/** As it is stored. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}

/** A stored manifest; undefined when it is none. */
export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isManifest(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  const said = Object(value) as Readonly<Record<keyof Manifest, unknown>>;
  const texts = [said.source, said.day, said.writer, said.key, said.sha256];
  return (
    texts.every((text) => typeof text === 'string') &&
    [said.rows, said.bytes].every((number) => Number.isSafeInteger(number)) &&
    isListOf(said.inputs, ['key', 'etag', 'sha256'], ['size', 'rows_read']) &&
    isListOf(said.not_read, ['key', 'etag', 'reason'], ['size'])
  );
}

function isListOf(list: unknown, texts: readonly string[], numbers: readonly string[]): boolean {
  return (
    Array.isArray(list) &&
    list.every((each: unknown) => {
      const said = Object(each) as Readonly<Record<string, unknown>>;
      return (
        texts.every((name) => typeof said[name] === 'string') &&
        numbers.every((name) => Number.isSafeInteger(said[name]))
      );
    })
  );
}
