/**
 * Events made from an event pattern: for each of its alternatives one that has what it asks for, once with each value, and
 * those that miss one thing.
 */

export type Fields = Readonly<Record<string, unknown>>;

/** A pattern without `$or`: the path of each field, with the alternatives that it may be. */
type Leaf = readonly [path: readonly string[], alternatives: readonly unknown[]];

const absent = Symbol('absent');

/** Values that an alternative takes, and one that it does not. @throws Error for operators that are not known here */
function values(alternative: unknown): { readonly good: unknown; readonly bad: unknown } {
  if (typeof alternative !== 'object' || alternative === null) return { good: alternative, bad: 'another' };
  const [[operator, operand] = ['', undefined]] = Object.entries(alternative);
  switch (operator) {
    case 'exists':
      return operand === true ? { good: 'there', bad: absent } : { good: absent, bad: 'there' };
    case 'wildcard':
      return {
        good: String(operand).replaceAll('*', 'any'),
        bad: `${String(operand).replaceAll('*', '').slice(1)}any`,
      };
    case 'suffix':
      return { good: `any${String(operand)}`, bad: `${String(operand)}any` };
    case 'prefix':
      return { good: `${String(operand)}any`, bad: `any${String(operand)}` };
    default:
      throw new Error(`no value is known for ${JSON.stringify(alternative)}`);
  }
}

/** Each combination of the alternatives of every `$or`. */
function withoutOr(pattern: Fields, path: readonly string[] = []): Leaf[][] {
  return Object.entries(pattern).reduce<Leaf[][]>(
    (ways, [field, wanted]) => {
      const more =
        field === '$or'
          ? (wanted as Fields[]).flatMap((one) => withoutOr(one, path))
          : Array.isArray(wanted)
            ? [[[[...path, field], wanted as unknown[]] as const]]
            : withoutOr(wanted as Fields, [...path, field]);
      return ways.flatMap((way) => more.map((leaves) => [...way, ...leaves]));
    },
    [[]],
  );
}

function put(event: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) put((event[first] ??= {}) as Record<string, unknown>, rest, value);
  else if (value === absent) delete event[first];
  else event[first] = value;
}

/** @param skeleton fields of every event, so that it is one as the service writes it */
export function eventsOf(pattern: Fields, skeleton: Fields): Fields[] {
  return withoutOr(pattern).flatMap((leaves) => {
    const build = (changes: readonly (readonly [readonly string[], unknown])[]) => {
      const event = structuredClone(skeleton) as Record<string, unknown>;
      for (const [path, alternatives] of leaves) put(event, path, values(alternatives[0]).good);
      for (const [path, value] of changes) put(event, path, value);
      return event;
    };
    return [
      build([]),
      ...leaves.flatMap(([path, alternatives]) => [
        ...alternatives.slice(1).map((one) => build([[path, values(one).good]])),
        ...alternatives.map((one) => build([[path, values(one).bad]])),
        build([[path, absent]]),
        build([[path, null]]),
        build([[path, ['another', values(alternatives[0]).good].filter((value) => value !== absent)]]),
      ]),
    ];
  });
}
