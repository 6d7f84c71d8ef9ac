import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Bundles `lambda/<name>/handler.ts` into one readable CommonJS file. The SDK stays outside: the Lambda runtime
 * ships it, so a function inlined in a template needs no asset. Statements of `athena-ddl/` are in it as text.
 * @returns the source code
 */
export function bundleLambda(name: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: join(__dirname, '..'),
    entryPoints: [join('lambda', name, 'handler.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['@aws-sdk/*'],
    loader: { '.sql': 'text' },
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made no output for lambda ${name}`);
  return file.text;
}
