import { named } from './error-of';
import type { Waiting } from './fetch-report';

/**
 * Makes a call that ends when so many milliseconds are left.
 * @throws `NoAnswerError` naming who gave no answer; what the call itself throws
 */
export async function inTime<T>(
  { remainingMs, abortIn }: Pick<Waiting, 'remainingMs' | 'abortIn'>,
  reserveMs: number,
  whom: string,
  call: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abortSignal = abortIn(remainingMs() - reserveMs);
  try {
    return await call(abortSignal);
  } catch (error) {
    if (!abortSignal.aborted) throw error;
    throw named('NoAnswerError', `${whom} gave no answer in the time of this run`);
  }
}
