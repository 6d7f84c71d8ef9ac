import type { ReadableStore } from './destination';

/** What a run that can be stopped is given. */
export interface StoppableRun {
  /** Refuses new objects once the run is given up. */
  readonly store: ReadableStore;
  /** Says that the report is here: from now on the run comes to its end, stopped or not. */
  readonly reportIsHere: () => void;
}

/**
 * A run that is given up at once when it is stopped while it still waits for its report, and that leaves nothing half done.
 * @returns undefined for one that was given up
 */
export async function stoppableRun<T>(
  stop: AbortSignal | undefined,
  store: ReadableStore,
  run: (given: StoppableRun) => Promise<T>,
): Promise<T | undefined> {
  let isHere = false;
  let isGivenUp = false;
  let giveUp = () => undefined as void;
  const givenUp = new Promise<undefined>((resolve) => {
    giveUp = () => {
      isGivenUp = !isHere;
      if (isGivenUp) resolve(undefined);
    };
  });
  const guarded: ReadableStore = {
    ...store,
    putNew: (...object) =>
      isGivenUp ? Promise.reject(new Error('the run was stopped')) : store.putNew(...object),
  };
  stop?.addEventListener('abort', giveUp);
  try {
    return await Promise.race([run({ store: guarded, reportIsHere: () => (isHere = true) }), givenUp]);
  } finally {
    stop?.removeEventListener('abort', giveUp);
  }
}
