import { viewFiles } from '../athena-ddl/sql-files';

/** A control as the SQL has it. */
export interface KnownControl {
  readonly name: string;
  /** Whether it asks for days, which controls.csv can set. */
  readonly hasDays: boolean;
}

/** The controls that findings can have, as the view `z_control` lists them. */
export function knownControls(): readonly KnownControl[] {
  const control = viewFiles().find(({ name }) => name === 'z_control');
  if (control === undefined) throw new Error('athena-ddl/views has no view z_control');
  const rows = control.text.matchAll(
    /^ +\('([a-z-]+)', '(?:critical|high|medium|low|info)',.* (NULL|\d+),$/gm,
  );
  return [...rows].map(([, name = '', days]) => ({ name, hasDays: days !== 'NULL' }));
}

/** Their names. */
export function controlNames(): readonly string[] {
  return knownControls().map(({ name }) => name);
}
