import type { Outcome } from './outcome';
import type { DifferenceKind } from './sql/compare';

/** Differences of one cause that somebody looked at and lets stand. */
export interface ReviewedDifference {
  readonly dataset: string;
  readonly kind: DifferenceKind;
  /** Why it may stand. */
  readonly reason: string;
  /** The difference of each statement, word for word. */
  readonly statements: Readonly<Record<string, string>>;
}

/** What is wrong with the outcomes: differences that nobody reviewed, and reviewed ones that are no more. */
export function judge(
  outcomes: readonly Outcome[],
  reviewed: readonly ReviewedDifference[],
): readonly string[] {
  const known = new Set(reviewed.flatMap(keysOf));
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const { dataset, statement, differences } of outcomes) {
    for (const { kind, summary, examples } of differences) {
      const key = keyOf(dataset, kind, statement, summary);
      seen.add(key);
      if (!known.has(key)) wrong.push([key, ...examples].join('\n    '));
    }
  }
  for (const key of known) if (!seen.has(key)) wrong.push(`${key}\n    was reviewed and is no more`);
  return wrong;
}

function keysOf({ dataset, kind, statements }: ReviewedDifference): readonly string[] {
  return Object.entries(statements).map(([statement, summary]) => keyOf(dataset, kind, statement, summary));
}

function keyOf(dataset: string, kind: DifferenceKind, statement: string, summary: string): string {
  return `${dataset}, ${statement}: ${kind}: ${summary}`;
}
