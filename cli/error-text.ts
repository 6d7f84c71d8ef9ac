/** An error as the user reads it: its message without a stack trace. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
