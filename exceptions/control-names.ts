import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../local/package-root';

/** The controls that findings can have, as the view `control` lists them. */
export function controlNames(): readonly string[] {
  const folder = join(packageRoot(), 'athena-ddl', 'views');
  const file = readdirSync(folder).find((name) => /^\d+_control\.sql$/.test(name));
  if (file === undefined) throw new Error(`no view control in ${folder}`);
  const rows = readFileSync(join(folder, file), 'utf8').matchAll(
    /^ +\('([a-z-]+)', '(?:critical|high|medium|low|info)',/gm,
  );
  return [...rows].map(([, name = '']) => name);
}
