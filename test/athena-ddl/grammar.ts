import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

interface Parser {
  validate(sql: string): readonly { readonly startLine: number; readonly message: string }[];
}
type Parsers = Record<'HiveSQL' | 'TrinoSQL', new () => Parser>;

const root = join(__dirname, '../..');
let parsers: Parsers | undefined;

/** What the real grammar of Hive's DDL or Trino's SQL has against a statement. */
export function syntaxErrors(dialect: 'hive' | 'trino', sql: string): readonly string[] {
  parsers ??= load();
  const parser = dialect === 'hive' ? new parsers.HiveSQL() : new parsers.TrinoSQL();
  return parser.validate(sql).map(({ startLine, message }) => `line ${startLine}: ${message}`);
}

/** The package imports folders, which Node refuses: bundled once per version of it. */
function load(): Parsers {
  const { version } = jest.requireActual<{ version: string }>('dt-sql-parser/package.json');
  const bundle = join(root, 'node_modules/.cache', `dt-sql-parser-${version}.js`);
  if (!existsSync(bundle)) {
    buildSync({
      stdin: { contents: `export { HiveSQL, TrinoSQL } from 'dt-sql-parser';`, resolveDir: root },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: bundle,
      logLevel: 'error',
    });
  }
  return jest.requireActual<Parsers>(bundle);
}
