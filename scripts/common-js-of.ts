/** `import * as a from "x";` and `import { a, b as c } from "x";`, as esbuild writes them, on one line or on several. */
const wholeImport = /^import \* as (\w+) from "(.+)";\n/gm;
const namedImport = /^import \{\s([^}]+)\s\} from "(.+)";\n/gm;
const onlyExport = /^export \{\n {2}(\w+)\n\};\n$/m;

/** What esbuild notes: over code its file, in it calls without effects and members of enumerations. */
const notes = /^\/\/ \S+\n|\/\* @__PURE__ \*\/ | \/\* \w+ \*\//gm;

/**
 * An ES module as the CommonJS that an inline function must be: what it takes from packages stands once at its head, its
 * only export at its end. Indented by tabs, without notes and helpers of a bundler it is shorter, and easier to read.
 * @throws Error for a module that imports or exports in another way
 */
export function commonJsOf(module: string): string {
  const wholes = [...module.matchAll(wholeImport)].map(([, name = '', from = '']) => [from, name] as const);
  const names = new Map<string, Set<string>>();
  for (const [, list = '', from = ''] of module.matchAll(namedImport)) {
    const taken = list.trim().replaceAll(' as ', ': ').split(/,\s+/);
    names.set(from, new Set([...(names.get(from) ?? []), ...taken]));
  }
  const whole = new Map(wholes);
  const head = [
    ...wholes.map(([from, name]) => `const ${name} = require("${from}");\n`),
    ...[...names].map(
      ([from, list]) => `const { ${[...list].join(', ')} } = ${whole.get(from) ?? `require("${from}")`};\n`,
    ),
  ];
  const body = module.replace(wholeImport, '').replace(namedImport, '').replace(notes, '');
  const code = body.replace(onlyExport, 'exports.$1 = $1;\n').replace(/\n{2,}/g, '\n\n');
  if (/^(import|export)\b/m.test(code)) throw new Error('the module must import names and export one');
  const indented = code.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
  return `"use strict";\n${head.join('')}${indented}`;
}
