import type { ResourceType } from './action-list';

/**
 * Those kinds of resources that an ARN is of: the ones with the most fixed text, since a bucket's pattern takes the ARN
 * of an object too. None when the ARN is of no kind.
 */
export function kindsOfArn<T extends ResourceType>(arn: string, types: readonly T[]): readonly T[] {
  const fitting = types.filter((type) => expressionOf(type.arn).test(arn));
  const most = Math.max(...fitting.map(fixedLength));
  return fitting.filter((type) => fixedLength(type) === most);
}

/**
 * The resources of one kind below a resource of another: objects of a bucket, indexes of a table. Undefined when that
 * kind does not lie below.
 */
export function arnsBelow(arn: string, above: ResourceType, below: ResourceType): string | undefined {
  const rest = below.arn.startsWith(above.arn) ? below.arn.slice(above.arn.length) : '';
  return /^[:/]/.test(rest) ? arn + rest.replace(variables, '*') : undefined;
}

const variables = /\$\{[^}]*\}/g;

/** Variables take anything between their neighbours; a name at the end may hold separators, as paths and keys do. */
function expressionOf(pattern: string): RegExp {
  const fixed = pattern.split(variables).map((text) => text.replace(/[.*+?^$()[\]{}|\\/]/g, '\\$&'));
  return new RegExp(`^${fixed.slice(0, -1).join('[^:]*?')}${lastOf(fixed)}$`);
}

function lastOf(fixed: readonly string[]): string {
  const end = fixed.at(-1) ?? '';
  if (fixed.length < 2) return end;
  return end === '' ? '.+' : `[^:]*?${end}`;
}

function fixedLength({ arn }: ResourceType): number {
  return arn.replace(variables, '').length;
}
