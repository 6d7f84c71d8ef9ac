/** A statement of a policy: one text stands for a list of one. */
interface Statement extends Readonly<
  Partial<Record<'Action' | 'NotAction' | 'Resource' | 'NotResource', string | readonly string[]>>
> {
  readonly Effect?: string;
  readonly Condition?: object;
}

const listOf = <T>(one: T | readonly T[] | undefined) => [one ?? []].flat() as readonly T[];

/**
 * The statements of a policy, flattened, without a judgement and without the conditions themselves.
 * @param document JSON, URL-encoded as IAM returns it
 * @throws URIError or SyntaxError for a text that does not decode
 */
export function policyStatements(document: string | undefined): object[] {
  const policy = JSON.parse(decodeURIComponent(document ?? '')) as { Statement?: Statement | Statement[] };
  return listOf(policy.Statement).map((statement, index) => ({
    statement: index + 1,
    effect: statement.Effect,
    actions: listOf(statement.Action),
    not_actions: listOf(statement.NotAction),
    resources: listOf(statement.Resource),
    not_resources: listOf(statement.NotResource),
    has_condition: Object.keys(statement.Condition ?? {}).length > 0,
  }));
}
