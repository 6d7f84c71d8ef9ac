import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of this package, from a source file or from a bundle below `dist`: the SQL and the artifacts lie
 * below it.
 * @throws Error when the file was taken out of the package
 */
export function packageRoot(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && isOurs(manifest)) return folder;
  }
  throw new Error(`no package credential-report-collector around ${__dirname}`);
}

function isOurs(manifest: string): boolean {
  const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown };
  return name === 'credential-report-collector';
}
