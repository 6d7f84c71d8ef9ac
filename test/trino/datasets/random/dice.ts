import { repeatableRandom } from '../../../../local/lambda-environment/repeatable-random';

/** Decisions by lot, the same in every run of the same seed. */
export class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = repeatableRandom(seed);
  }

  /** True in so many of a hundred times. */
  percent(chance: number): boolean {
    return this.next() * 100 < chance;
  }

  /** A whole number from 0 to `below` - 1. */
  number(below: number): number {
    return Math.floor(this.next() * below);
  }

  of<T>(first: T, ...others: readonly T[]): T {
    return others[this.number(others.length + 1) - 1] ?? first;
  }
}
