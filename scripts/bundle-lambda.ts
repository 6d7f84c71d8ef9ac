import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { commonJsOf } from './common-js-of';

/** What `lambda/collector/version.ts` says until it is bundled. */
const unstamped = 'artifact = "source"';

const bundles = new Map<string, string>();

/**
 * Bundles `lambda/<name>/handler.ts` into one readable CommonJS file, once in a process. The SDK stays outside: the Lambda
 * runtime ships it, so a function inlined in a template needs no asset. Statements of `athena-ddl/` are in it as text.
 * @returns the source code
 */
export function bundleLambda(name: string): string {
  const code = bundled(name);
  return name === 'collector' ? stampArtifact(code) : code;
}

/**
 * A bundle that says of which collector it is: the one of the member accounts, or the command that collects with the same
 * code.
 * @throws Error unless the bundle says `source` exactly once
 */
export function stampArtifact(code: string): string {
  const [before, after, ...more] = code.split(unstamped);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`the bundle must have "${unstamped}" once`);
  return `${before}artifact = "${collectorHash()}"${after}`;
}

function collectorHash(): string {
  return createHash('sha256').update(bundled('collector')).digest('hex').slice(0, 8);
}

function bundled(name: string): string {
  const code = bundles.get(name) ?? bundle(name);
  bundles.set(name, code);
  return code;
}

function bundle(name: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: join(__dirname, '../lambda'),
    entryPoints: [join(name, 'handler.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    // What takes nothing but the SDK from outside needs no helpers of a bundler.
    format: name === 'collector' ? 'esm' : 'cjs',
    target: 'node22',
    external: ['@aws-sdk/*'],
    loader: { '.sql': 'text' },
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild made no output for lambda ${name}`);
  return name === 'collector' ? commonJsOf(file.text) : file.text;
}
