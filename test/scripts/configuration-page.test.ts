import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { checkConfig } from '../../lib/config/check-config';
import type { OptionRule } from '../../lib/config/option-rule';
import { optionRules } from '../../lib/config/option-rules';
import { defaults } from '../../lib/config/options';
import { configurationPage } from '../../scripts/docs/configuration-page';
import { describedOptions, type DescribedOption } from '../../scripts/docs/described-options';
import { optionRows, tableOf } from '../../scripts/docs/options-table';

const described = describedOptions();

test('docs/configuration.md says what the sources say; npm run docs writes it', () => {
  const page = readFileSync(join(__dirname, '../../docs/configuration.md'), 'utf8');
  expect(page).toBe(configurationPage(page));
});

test('a page without the heading of the table is reported', () => {
  expect(() => configurationPage('# Configuration\n')).toThrow('docs/configuration.md has 0 headings');
});

/** Names of options and of those inside. */
const namesOf = (options: readonly DescribedOption[]): string[] =>
  options.flatMap(({ name, options: inner }) => [name, ...namesOf(inner).map((one) => `${name}.${one}`)]);
const namesOfRules = (rules: Readonly<Record<string, OptionRule>>): string[] =>
  Object.entries(rules).flatMap(([name, { options = {} }]) => [
    name,
    ...namesOfRules(options).map((one) => `${name}.${one}`),
  ]);

test('every option that is checked is described, and no other', () => {
  expect(namesOf(described).sort()).toEqual(namesOfRules(optionRules).sort());
});

/** What is wrong with the words about an option. */
function unsaid(
  options: readonly DescribedOption[],
  rules: Readonly<Record<string, OptionRule>>,
  values: Readonly<Record<string, unknown>>,
): string[] {
  return options.flatMap(({ name, does, otherwise, example, options: inner }) => {
    const { required = false, options: innerRules = {} } = rules[name] ?? optionRules.tags;
    const value = values[name];
    const leaf = inner.length === 0;
    const ways = [
      required,
      otherwise !== undefined,
      value !== undefined && (leaf || otherwise === undefined),
    ];
    return [
      ...(does === '' ? [`${name}: what it does`] : []),
      ...(leaf && example === undefined ? [`${name}: an example`] : []),
      ...(ways.filter(Boolean).length === 1
        ? []
        : [`${name}: one default, in words or in defaults, or needed`]),
      ...unsaid(inner, innerRules, (value ?? {}) as Readonly<Record<string, unknown>>),
    ];
  });
}

test('every option says what it does, its default in one place, and an example', () => {
  expect(unsaid(described, optionRules, defaults)).toEqual([]);
});

/** The value that stands in an example. */
const valueOf = (expression = 'undefined') => runInNewContext(`(${expression})`) as unknown;
const together = (options: readonly DescribedOption[]): object =>
  Object.fromEntries(
    options.map(({ name, example, options: inner }) => [
      name,
      inner.length === 0 ? valueOf(example) : together(inner),
    ]),
  );

test('the examples can be deployed together, but for the one that a delegated administrator cannot do', () => {
  const { activateTrustedAccess, ...others } = JSON.parse(JSON.stringify(together(described))) as Record<
    string,
    unknown
  >;
  expect(checkConfig(others)).toEqual([]);
  expect(checkConfig({ activateTrustedAccess })).toEqual([]);
});

test('a row shows an option within its group, and a group by what it needs', () => {
  const option = (name: string, more: Partial<DescribedOption> = {}): DescribedOption => ({
    name,
    does: `Does ${name}.`,
    otherwise: undefined,
    example: undefined,
    options: [],
    ...more,
  });
  const text: OptionRule = { accepts: () => true, allowed: 'a | or <b>' };
  const rows = optionRows(
    [
      option('plain', { example: "'x'" }),
      option('group', {
        otherwise: 'none',
        options: [option('must', { example: '1' }), option('may', { example: '2' })],
      }),
    ],
    { plain: text, group: { ...text, options: { must: { ...text, required: true }, may: text } } },
    { plain: 'y', group: { may: 3 } },
  );
  expect(tableOf(rows)).toBe(`| option       | type         | default | what it does | example              |
| ------------ | ------------ | ------- | ------------ | -------------------- |
| \`plain\`      | a \\| or \\<b> | \`'y'\`   | Does plain.  | \`plain: 'x'\`         |
| \`group\`      | a \\| or \\<b> | none    | Does group.  | \`group: { must: 1 }\` |
| \`group.must\` | a \\| or \\<b> | needed  | Does must.   |                      |
| \`group.may\`  | a \\| or \\<b> | \`3\`     | Does may.    | \`group: { may: 2 }\`  |`);
});
