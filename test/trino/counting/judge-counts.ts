import type { CountedAnswer } from './run-counting';

/** Requests that each question may make, as `list + get` by prefix: `{ "credential-reports": "1 + 3" }`. */
export type ExpectedRequests = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How often a question lists, and how many objects it gets. */
interface RequestCount {
  readonly list: number;
  readonly get: number;
}

/** The questions whose requests are not the expected ones, and what is expected of a question that nobody asks. */
export function judgeCounts(
  answers: readonly CountedAnswer[],
  expected: ExpectedRequests,
): readonly string[] {
  const wrong: string[] = [];
  for (const { question, counts } of answers) {
    const [asked, known] = [textOf(counts), textOf(expected[question] ?? {})];
    if (asked !== known)
      wrong.push(`${question}: lists and reads ${asked || 'nothing'}, expected ${known || 'nothing'}`);
  }
  const names = new Set(answers.map(({ question }) => question));
  for (const question of Object.keys(expected))
    if (!names.has(question)) wrong.push(`${question}: is expected, and not asked`);
  return wrong;
}

/** Lists and reads of a prefix, as in the expected ones. */
export function countText({ list, get }: RequestCount): string {
  return `${list} + ${get}`;
}

function textOf(counts: Readonly<Record<string, string | RequestCount>>): string {
  return Object.entries(counts)
    .map(([prefix, count]) => `${prefix} ${typeof count === 'string' ? count : countText(count)}`)
    .sort()
    .join(', ');
}
