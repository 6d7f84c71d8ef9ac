import { inspect } from 'node:util';
import type { OptionRule } from '../../lib/config/option-rule';
import { optionRules } from '../../lib/config/option-rules';
import { defaults } from '../../lib/config/options';
import { markdownTable } from './markdown-table';
import type { DescribedOption } from './described-options';

/** A row of the page: what stands in `config.ts`, and what of it is reported. */
export interface OptionRow {
  readonly option: string;
  readonly type: string;
  readonly default: string;
  readonly does: string;
  /** What to write into the object; empty where it stands with the group. */
  readonly example: string;
}

/** Rows of options and, below each group, of its options; the rules say types, `defaults` the values. */
export function optionRows(
  described: readonly DescribedOption[],
  rules: Readonly<Record<string, OptionRule>> = optionRules,
  values: object = defaults,
  parents: readonly string[] = [],
): OptionRow[] {
  return described.flatMap((one) => {
    const rule = rules[one.name];
    if (rule === undefined) throw new Error(`the option ${one.name} is described and has no rule`);
    const value = (values as Readonly<Record<string, unknown>>)[one.name];
    const isGroup = one.options.length > 0;
    const path = [...parents, one.name];
    const row = {
      option: code(path.join('.')),
      type: rule.allowed.replaceAll('<', '\\<'), // or Markdown takes it for HTML
      default: one.otherwise ?? (rule.required === true ? 'needed' : isGroup ? '' : code(inspect(value))),
      does: one.does,
      example: rule.required === true ? '' : exampleOf(one, rule, parents),
    };
    const inner = optionRows(
      one.options,
      rule.options,
      typeof value === 'object' && value !== null ? value : {},
      path,
    );
    return [row, ...inner];
  });
}

/** Written into the groups around it; a group is shown by the options that it needs. */
function exampleOf(one: DescribedOption, rule: OptionRule, parents: readonly string[]): string {
  const value = expressionOf(one, rule);
  return value === undefined
    ? ''
    : code(parents.reduceRight((inner, parent) => `${parent}: { ${inner} }`, `${one.name}: ${value}`));
}

function expressionOf(one: DescribedOption, rule: OptionRule): string | undefined {
  if (one.options.length === 0) return one.example;
  const needed = one.options.flatMap((option) => {
    const inner = rule.options?.[option.name];
    return inner?.required === true ? [`${option.name}: ${expressionOf(option, inner) ?? ''}`] : [];
  });
  return needed.length === 0 ? undefined : `{ ${needed.join(', ')} }`;
}

const code = (text: string) => `\`${text}\``;

/** As Markdown. */
export function tableOf(rows: readonly OptionRow[]): string {
  return markdownTable(
    ['option', 'type', 'default', 'what it does', 'example'],
    rows.map((row) => [row.option, row.type, row.default, row.does, row.example]),
  );
}
