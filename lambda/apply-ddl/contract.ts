import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What the resource that applies the SQL shares with its construct. */

/** A table or view and the statement that makes it. */
export interface SqlObject {
  /** Lowercase letters, digits and underscores. */
  readonly name: string;
  readonly sql: string;
}

/** What the resource makes, and where. */
export interface ApplyDdlProperties {
  readonly WorkGroup: string;
  readonly Database: string;
  /** Values of the placeholders in table statements, such as `${bucket}`. */
  readonly Placeholders: Readonly<Record<string, string>>;
  readonly Tables: readonly SqlObject[];
  /** Each after those that it reads. */
  readonly Views: readonly SqlObject[];
}

/**
 * Properties of the custom resource. The statements themselves are in them, so that a change of any is an update, a
 * rollback brings the former ones, and a deletion knows what was made; packed, since an event of Lambda carries no more.
 */
export interface PackedDdlProperties extends Omit<ApplyDdlProperties, 'Tables' | 'Views'> {
  /** `Tables` and `Views` as JSON, compressed (raw DEFLATE), as base64. */
  readonly Packed: string;
}

/** The properties as they travel. */
export function packDdl({ Tables, Views, ...others }: ApplyDdlProperties): PackedDdlProperties {
  const packed = deflateRawSync(JSON.stringify({ Tables, Views }), { level: 9 });
  return { ...others, Packed: packed.toString('base64') };
}

/** The properties of an event; what an event lacks is empty. */
export function unpackDdl(properties: Readonly<Record<string, unknown>>): ApplyDdlProperties {
  const {
    WorkGroup = '',
    Database = '',
    Placeholders = {},
    Packed,
  } = properties as Partial<PackedDdlProperties>;
  const none = { Tables: [], Views: [] };
  const made =
    Packed === undefined
      ? none
      : (JSON.parse(inflateRawSync(Buffer.from(Packed, 'base64')).toString()) as typeof none);
  return { WorkGroup, Database, Placeholders, ...made };
}

/**
 * Most bytes of the packed properties as JSON: an asynchronous event of Lambda has 256 KiB, an update carries the former
 * properties as well, and 16 KiB are left for the rest of the request.
 */
export const maxApplyDdlBytes = 120 * 1024;

/** The Lambda function's timeout in seconds, Lambda's longest: each statement takes a second or two. */
export const applyDdlTimeoutSeconds = 900;

/** Kept free at the end for stopping a query and for the response, in milliseconds. */
export const applyDdlReserveMs = 30_000;
