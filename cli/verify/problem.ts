/** One object that is not as it is said to be, or that has no counterpart. */
export interface Problem {
  readonly object: string;
  readonly problem: string;
}
