/** For so many milliseconds a denial is taken for a permission of a new role that is not valid everywhere yet. */
export const propagationMs = 120_000;

const pauseMs = 5_000;

/** Time as a wait sees it. */
export interface PropagationWait {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds until it must have ended. */
  readonly remainingMs: () => number;
}

/**
 * Whether an error is a denial that can pass by itself: of a new role, before its policy has reached every server. What a
 * policy forbids, of the account or of the organization, stays forbidden.
 */
export function canPass(error: unknown): boolean {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const isDenied =
    /^AccessDenied(Exception)?$/.test(name) ||
    /access ?denied|not authorized|insufficient .*permission/i.test(message);
  return isDenied && !/explicit deny|(service|resource) control policy|permissions boundary/i.test(message);
}

/** Does something, again and again while it is denied and that can pass. @throws what it met last, or what cannot pass at once */
export async function whilePropagating<Result>(
  run: () => Promise<Result>,
  { sleep, remainingMs }: PropagationWait,
): Promise<Result> {
  const end = Math.max(remainingMs() - propagationMs, pauseMs);
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!canPass(error) || remainingMs() <= end) throw error;
    }
    await sleep(pauseMs);
  }
}
