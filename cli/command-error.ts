/** Something the user can correct: shown as its message alone, without a stack trace, with exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
