import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Bundles `lambda/<name>/handler.ts` into one readable CommonJS file. The SDK stays outside: the Lambda runtime
 * ships it, so a function inlined in a template needs no asset.
 * @param queries names of files in `athena-ddl/queries` whose text the handler finds in `queryTexts`
 * @returns the source code
 */
export function bundleLambda(name: string, queries: readonly string[] = []): string {
  const { outputFiles } = buildSync({
    absWorkingDir: join(__dirname, '..'),
    entryPoints: [join('lambda', name, 'handler.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['@aws-sdk/*'],
    ...(queries.length > 0 ? { define: { queryTexts: JSON.stringify(queryTexts(queries)) } } : {}),
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made no output for lambda ${name}`);
  return file.text;
}

function queryTexts(names: readonly string[]): Record<string, string> {
  const folder = join(__dirname, '..', 'athena-ddl', 'queries');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, `${name}.sql`), 'utf8')]));
}
