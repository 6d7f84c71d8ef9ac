/**
 * EventBridge's matching, as far as our rules use it: alternatives of exact values, `suffix`, `wildcard`, `exists`, nested fields and
 * `$or`. What is not used is refused, so that a rule that needs more fails its test.
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an event matches a pattern: every field that the pattern names must. @throws Error for what is not known here */
export function matches(pattern: Fields, event: Fields): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or') return (wanted as readonly Fields[]).some((one) => matches(one, event));
    const value = event[field];
    if (Array.isArray(wanted)) return wanted.some((alternative) => accepts(alternative, value));
    if (!isFields(wanted))
      throw new Error(`a pattern must hold fields or lists, ${field} holds ${String(wanted)}`);
    return matches(wanted, isFields(value) ? value : {});
  });
}

/** `*` stands for any characters; a literal one would be escaped, which is not known here. */
function wildcard(operand: string): RegExp {
  if (operand.includes('\\')) throw new Error(`escapes in ${operand} are not known here`);
  return new RegExp(
    `^${operand
      .split('*')
      .map((part) => part.replace(/[.+?^$()|[\]{}]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );
}

function accepts(alternative: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => accepts(alternative, one));
  if (!isFields(alternative)) return value === alternative;
  const [[operator, operand] = ['', undefined], ...more] = Object.entries(alternative);
  if (more.length > 0)
    throw new Error(`an alternative has one operator, received ${JSON.stringify(alternative)}`);
  switch (operator) {
    case 'exists':
      return (value !== undefined) === operand;
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(operand));
    case 'wildcard':
      return typeof value === 'string' && wildcard(String(operand)).test(value);
    default:
      throw new Error(`the operator ${operator} is not known here`);
  }
}
