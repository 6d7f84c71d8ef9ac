/** Part of a plan as DuckDB explains it in JSON. */
export interface PlanNode {
  readonly name: string;
  readonly children: readonly PlanNode[];
  readonly extra_info: {
    readonly Table?: string;
    readonly Filters?: string | readonly string[];
    readonly Expression?: string | readonly string[];
    readonly Projections?: string | readonly string[];
  };
}

/** A scan of a table with what its rows must fulfil, as far as that speaks of days alone. */
export interface DayScan {
  readonly table: string;
  readonly conditions: readonly string[];
  /** Whether its rows must fulfil a condition on whose they are. */
  readonly isOfFew: boolean;
}

/** The scans of a plan. What may be no condition on days is left out: then too many days remain, never too few. */
export function dayScans(node: PlanNode, above: readonly string[] = []): readonly DayScan[] {
  const { Table, Filters } = node.extra_info;
  if (Table !== undefined) {
    const filters = [Filters ?? []].flat().map((filter) => filter.replaceAll(/(^| AND )optional: /g, '$1'));
    const all = [...above, ...filters];
    return [
      { table: Table.split('.').at(-1) ?? '', conditions: all.flatMap(onDays), isOfFew: all.some(isOnWhose) },
    ];
  }
  const passed = passedOn(node, above);
  return node.children.flatMap((child) => dayScans(child, passed));
}

/** The conditions that the rows of a node's children must fulfil. */
function passedOn({ name, extra_info }: PlanNode, above: readonly string[]): readonly string[] {
  switch (name) {
    case 'FILTER':
      return [...above, ...[extra_info.Expression ?? []].flat()];
    case 'UNION':
      return above;
    case 'PROJECTION': {
      const columns = [extra_info.Projections ?? []].flat();
      // A branch of a union that calls its day otherwise has another one.
      return columns.includes('dt') || columns.every((column) => column.startsWith('#')) ? above : [];
    }
    default:
      return [];
  }
}

/** Plans may print `current_date - interval '7' day` as a timestamp and hide the day that it is compared with. */
export function withPlainDays(sql: string): string {
  return sql.replaceAll(/current_date\s*[-+]\s*interval\s*'\d+'\s*day/gi, 'cast($& AS date)');
}

function isOnWhose(filter: string): boolean {
  return /\b(?:account_id|account_name|user_name|arn)\b/.test(filter);
}

/** The filter, or those of its parts that all must hold, where nothing but `dt` is in it. */
function onDays(filter: string): readonly string[] {
  if (!/\bdt\b/.test(filter)) return [];
  if (hasPlainLiterals(filter) && !mayBeAnAlias(filter)) return [filter];
  const parts = conjuncts(filter);
  return parts.length === 1 ? [] : parts.flatMap(onDays);
}

/** Plans print literals without escaping them: only those that need none are read back. */
function hasPlainLiterals(condition: string): boolean {
  return !condition.replaceAll(/'(?:[0-9/.:-]*|\d+ days?|%Y\/%m\/%d)'/g, '').includes("'");
}

/** Below a cast or an operator plans print an expression by its alias, and a query may call anything `dt`. */
function mayBeAnAlias(condition: string): boolean {
  return /CAST\(dt\b|\bdt (?![<>=!]|IN\b|BETWEEN\b|IS\b)|[-+*/|] dt\b/.test(condition);
}

/** What a printed conjunction consists of; the text itself where it is none. */
function conjuncts(text: string): readonly string[] {
  const inner = /^\((.*)\)$/s.exec(text)?.[1] ?? text;
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] === '(') depth++;
    else if (inner[i] === ')') depth--;
    // The parentheses around it were no pair.
    if (depth < 0) return [text];
    if (depth === 0 && inner.startsWith(' BETWEEN ', i)) return [text];
    if (depth === 0 && inner.startsWith(' AND ', i)) {
      parts.push(inner.slice(start, i));
      start = i + ' AND '.length;
    }
  }
  return [...parts, inner.slice(start)];
}
