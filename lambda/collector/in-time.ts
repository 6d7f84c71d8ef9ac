/** A call that was given up, so that the run can still tell it. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Makes a call that ends with the signal.
 * @throws NoAnswerError naming who gave no answer; what the call itself throws
 */
export async function inTime<T>(
  whom: string,
  abortSignal: AbortSignal,
  call: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await call(abortSignal);
  } catch (error) {
    if (!abortSignal.aborted) throw error;
    throw new NoAnswerError(`${whom} gave no answer in the time of this run`, { cause: error });
  }
}
