import { viewFiles } from '../athena-ddl/sql-files';

/** The controls that findings can have, as the view `z_control` lists them. */
export function controlNames(): readonly string[] {
  const control = viewFiles().find(({ name }) => name === 'z_control');
  if (control === undefined) throw new Error('athena-ddl/views has no view z_control');
  const rows = control.text.matchAll(/^ +\('([a-z-]+)', '(?:critical|high|medium|low|info)',/gm);
  return [...rows].map(([, name = '']) => name);
}
