import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type * as esbuild from 'esbuild';
import { packageRoot } from '../../package-root';
import { messageOf } from '../../lambda/shared/runtime/message-of';

/** What `config.ts` says about credential events, as far as preflight can know. */
export type EventsOption =
  | { readonly says: 'on' | 'remove' | 'off' }
  /** The npm package carries no `config.ts`. */
  | { readonly says: 'nothing' }
  | { readonly says: 'unreadable'; readonly why: string };

/** Reads the option from `config.ts`, which runs for it as it does for `cdk synth`. */
export function eventsOption(file = join(packageRoot(), 'config.ts')): EventsOption {
  if (!existsSync(file)) return { says: 'nothing' };
  try {
    const { credentialEvents } = configOf(file);
    if (credentialEvents === undefined) return { says: 'off' };
    return { says: credentialEvents === 'remove' ? 'remove' : 'on' };
  } catch (error) {
    return { says: 'unreadable', why: messageOf(error) };
  }
}

function configOf(file: string): { readonly credentialEvents?: unknown } {
  const load = createRequire(file);
  // Of the repository, which alone has a config.ts: no dependency of the npm package.
  const { buildSync } = createRequire(__filename)('esbuild') as typeof esbuild;
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
  });
  const module = { exports: {} as { readonly config?: unknown } };
  const parameters = ['module', 'exports', 'require'];
  const run = compileFunction(outputFiles[0]?.text ?? '', parameters) as (...given: unknown[]) => void;
  run(module, module.exports, load);
  const { config } = module.exports;
  if (typeof config !== 'object' || config === null) throw new Error('it exports no object named config');
  return config;
}
