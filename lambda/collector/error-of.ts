/** What was thrown, as an error with a name and a message. */
export function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** An error that the run record tells by a name of its own. */
export function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
