/** A signal that gives calls up when so many milliseconds are over, at once when none is left. */
export function abortIn(milliseconds: number): AbortSignal {
  return AbortSignal.timeout(Math.max(0, milliseconds));
}
