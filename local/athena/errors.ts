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
