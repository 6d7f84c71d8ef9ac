/** What the resource that applies the SQL shares with its construct. */

/** A table or view and the statement that makes it. */
export interface SqlObject {
  /** Lowercase letters, digits and underscores. */
  readonly name: string;
  readonly sql: string;
}

/**
 * Properties of the custom resource. The statements themselves are in them, so that a change of any is an update, a
 * rollback brings the former ones, and a deletion knows what was made.
 */
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
 * Most bytes of the properties as JSON: an asynchronous event of Lambda has 256 KiB, an update carries the former
 * properties as well, and 16 KiB are left for the rest of the request.
 */
export const maxApplyDdlBytes = 120 * 1024;

/** The Lambda function's timeout in seconds, Lambda's longest: each statement takes a second or two. */
export const applyDdlTimeoutSeconds = 900;

/** Kept free at the end for stopping a query and for the response, in milliseconds. */
export const applyDdlReserveMs = 30_000;
