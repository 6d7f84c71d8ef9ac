import type { KnownAction } from './draft-policy';

/** A policy as IAM takes it. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** Characters of a managed policy, blanks apart; an inline policy of a user may have 2,048 (quotas of IAM). */
export const mostCharacters = 6_144;

/** One statement for the actions of a service on the same resources, in the order of services and resources. */
export function policyDocument(known: readonly KnownAction[]): PolicyDocument {
  const statements = new Map<string, { actions: string[]; resources: readonly string[] }>();
  for (const { action, resources } of known) {
    const key = JSON.stringify([action.split(':')[0], resources]);
    const statement = statements.get(key) ?? { actions: [], resources };
    statement.actions.push(action);
    statements.set(key, statement);
  }
  return {
    Version: '2012-10-17',
    Statement: [...statements]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { actions, resources }]) => ({
        Effect: 'Allow',
        Action: actions.sort(),
        Resource: resources,
      })),
  };
}

/** As IAM counts: without blanks between the parts. */
export function characters(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}

/** The document in as few parts as its order allows, each of which IAM takes. */
export function splitDocument(document: PolicyDocument): readonly PolicyDocument[] {
  const parts: PolicyDocument[] = [];
  let part: PolicyDocument = { ...document, Statement: [] };
  for (const statement of document.Statement.flatMap((one) => shortStatements(document, one))) {
    const longer = { ...part, Statement: [...part.Statement, statement] };
    if (part.Statement.length > 0 && characters(longer) > mostCharacters) {
      parts.push(part);
      part = { ...document, Statement: [statement] };
    } else part = longer;
  }
  return [...parts, part];
}

/** A statement that is too long for a policy, as several with a part of the resources or, for one resource, of the actions. */
function shortStatements(document: PolicyDocument, statement: PolicyStatement): readonly PolicyStatement[] {
  const { Action, Resource } = statement;
  if (characters({ ...document, Statement: [statement] }) <= mostCharacters) return [statement];
  const halves =
    Resource.length > 1
      ? halvesOf(Resource).map((half) => ({ ...statement, Resource: half }))
      : Action.length > 1
        ? halvesOf(Action).map((half) => ({ ...statement, Action: half }))
        : [];
  return halves.length === 0 ? [statement] : halves.flatMap((half) => shortStatements(document, half));
}

function halvesOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
