/** Most bytes of an object that is read; the report of 5,000 users, which is the most that IAM has, is 2.5 MB. */
export const maxInputBytes = 32 * 1024 * 1024;

/** Most lines of an object; a report has at most 5,001. */
export const maxInputLines = 100_000;

/** Most bytes of a line; a user's is less than 2 kB. Cutting a longer one takes many times its memory. */
export const maxLineBytes = 1024 * 1024;

/** Most bytes that count of what one account handed in under a day: a flood takes no memory from the others. */
export const maxAccountBytes = 64 * 1024 * 1024;

/** Most objects that count of one account under a day. */
export const maxAccountObjects = 1_000;

/** Most objects of a day; a day with more is not made, and an alarm notifies. */
export const maxDayObjects = 200_000;

/** Milliseconds after which one object is given up. */
export const inputTimeoutMs = 30_000;

/** Objects whose rows are kept in memory together, and become a row group of the file. */
export const inputsAtOnce = 250;

/** Bytes after which fewer objects are read together. */
export const bytesAtOnce = 32 * 1024 * 1024;

/** Objects that are asked for at a time. */
export const readsAtATime = 32;

/** Rows after which a row group ends. */
export const maxGroupRows = 10_000;

/** Characters after which a row group ends. */
export const maxGroupCharacters = 4 * 1024 * 1024;

/** How often a day is made again because its objects changed meanwhile. */
export const maxTries = 3;
