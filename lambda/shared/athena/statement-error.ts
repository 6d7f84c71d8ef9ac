import { cutText } from '../text/cut-text';

/** A statement that Athena did not carry out; the message begins with Athena's own. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  constructor(sql: string, reason: string) {
    super(`${reason} (in: ${firstWords(sql)})`);
  }
}

/** The beginning of a statement, without its leading comments: enough to know which one it is. */
function firstWords(sql: string): string {
  const words = sql
    .replace(/^(\s*--.*\n)+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return cutText(words, 81);
}

/** Answers that ask to come again later. */
export function isThrottled(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['TooManyRequestsException', 'ThrottlingException', 'Throttling'].includes(error.name)
  );
}
