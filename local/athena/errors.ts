/** The folder does not exist, or holds no day of any report, run or account list. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/** The folder holds days, but none in the range asked for. */
export class NoDayInRangeError extends Error {
  override readonly name = 'NoDayInRangeError';
}

/** A day or a range that cannot be understood. */
export class DayRangeError extends Error {
  override readonly name = 'DayRangeError';
}

/** The SQL was refused or failed; the message is DuckDB's own, with the place in the text where it points at one. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/** The text of whatever was thrown; errors of DuckDB's binding need not be instances of this realm's `Error`. */
export function messageOf(error: unknown): string {
  const { message } = Object(error) as { message?: unknown };
  return (typeof message === 'string' ? message : String(error)).trim();
}
