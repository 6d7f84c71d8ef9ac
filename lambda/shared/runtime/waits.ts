import { abortIn } from './abort-in';
import { sleep } from './sleep';

/** How a function waits between tries. */
export interface Waits {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** In [0, 1): spreads the waits, so that two that race do not meet again. */
  readonly random: () => number;
}

/** By the function's own timers; calls are given up by them too. */
export const runtimeWaits = { sleep, random: Math.random, abortIn };
