import type { Resource, Template } from '../lib/synthesize';

/** Logical ids that a value names with `Ref`, `Fn::GetAtt` or `Fn::Sub`. */
function named(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(named);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, content]: [string, unknown]) => {
    if (key === 'Ref') return [String(content)];
    if (key === 'Fn::GetAtt') return [String((content as readonly unknown[])[0])];
    if (key === 'Fn::Sub') {
      const text = Array.isArray(content) ? String(content[0]) : String(content);
      return [
        ...[...text.matchAll(/\$\{([^}!.]+)/g)].map(([, id]) => id ?? ''),
        ...(Array.isArray(content) ? named(content[1]) : []),
      ];
    }
    return named(content);
  });
}

function dependenciesOf({ Properties, DependsOn = [] }: Resource): string[] {
  return [...DependsOn, ...named(Properties)];
}

/**
 * Logical ids in an order in which CloudFormation may create them: each behind what it depends on, else as they stand.
 * @throws Error naming a resource that depends on itself
 */
export function creationOrder({ Resources }: Template): string[] {
  const order: string[] = [];
  const under = new Set<string>();
  const visit = (id: string) => {
    const resource = Resources[id];
    if (resource === undefined || order.includes(id)) return; // a pseudo parameter
    if (under.has(id)) throw new Error(`${id} depends on itself`);
    under.add(id);
    dependenciesOf(resource).forEach(visit);
    order.push(id);
  };
  Object.keys(Resources).forEach(visit);
  return order;
}
