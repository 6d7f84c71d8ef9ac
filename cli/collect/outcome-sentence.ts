import type { AccountOutcome } from './collect-accounts';

/** How many accounts were collected, kept and failed: `3 of 9 accounts collected into reports, 5 kept as stored earlier in the day, 1 failed`. */
export function outcomeSentence(outcomes: readonly AccountOutcome[], asked: number, out: string): string {
  let [collected, kept, failed] = [0, 0, 0];
  for (const { result } of outcomes) {
    if (result instanceof Error) failed++;
    else if (result.kept !== undefined) kept++;
    else collected++;
  }
  return [
    `${collected} of ${asked} accounts collected into ${out}`,
    ...(kept > 0 ? [`${kept} kept as stored earlier in the day`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}
