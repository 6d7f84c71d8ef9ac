import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type * as esbuild from 'esbuild';
import type { MessageLinks } from '../../lambda/shared/messages/contract';
import { packageRoot } from '../../package-root';
import type { AskedTrail } from './check-asked-trail';
import { messageOf } from '../../lambda/shared/runtime/message-of';

/** The options that commands look at: they know nothing of what CDK deploys. */
export interface ConfiguredOptions {
  readonly kmsKeyArn?: string;
  readonly permissionsBoundary?: string;
  readonly quickSight?: unknown;
  readonly lakeFormation?: unknown;
  readonly credentialEvents?: unknown;
  readonly trail?: AskedTrail;
  readonly region?: string;
  readonly dataAccount?: { readonly id: string; readonly region?: string };
  readonly notifications?: { readonly organizationName?: string; readonly links?: MessageLinks };
}

/** `config.ts` as far as preflight can know it. */
export type ConfigFile =
  | { readonly config: ConfiguredOptions }
  /** The npm package carries none. */
  | { readonly config: undefined; readonly why?: undefined }
  | { readonly config: undefined; readonly why: string };

/** Reads `config.ts`, which runs for it as it does for `cdk synth`. */
export function readConfigFile(file = join(packageRoot(), 'config.ts')): ConfigFile {
  if (!existsSync(file)) return { config: undefined };
  try {
    return { config: configOf(file) };
  } catch (error) {
    return { config: undefined, why: messageOf(error) };
  }
}

function configOf(file: string): ConfiguredOptions {
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
