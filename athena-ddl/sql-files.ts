import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { inOrderOfReading } from './order-of-reading';

/** One statement of `athena-ddl/`, with the name of what it makes or answers. */
export interface SqlFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** A question that is kept with the product: the comment at the top of its file says what it answers. */
export interface NamedQuery extends SqlFile {
  readonly description: string;
}

/** Every engine asks for them more than once, and nobody changes them while a process runs. */
const files = new Map<string, readonly SqlFile[]>();
let views: readonly SqlFile[] | undefined;

export function tableFiles(): readonly SqlFile[] {
  return filesOf('tables');
}

/** Answers and the steps that they are made of, each after those that it reads: in this order they can be created. */
export function viewFiles(): readonly SqlFile[] {
  views ??= inOrderOfReading([...filesOf('views/answers'), ...filesOf('views/steps')]);
  return views;
}

/** Views that people ask, without the steps that these are made of. */
export function answerViews(): readonly NamedQuery[] {
  return filesOf('views/answers').map(withDescription);
}

/** The table over a trail's files, in the account that owns them. */
export function trailTable(): SqlFile {
  const [table] = trailFiles((name) => name === 'cloudtrail_event');
  if (table === undefined) throw new Error('athena-ddl/trail has no cloudtrail_event');
  return table;
}

/** Views over the trail's table, in an order in which they can be created. */
export function trailViews(): readonly SqlFile[] {
  return inOrderOfReading(trailFiles((name) => name !== 'cloudtrail_event'));
}

/** Questions that people ask a trail, each with an account, a key or a user of example to put another in place of. */
export function trailQueries(): readonly NamedQuery[] {
  return filesOf('trail/queries').map(withDescription);
}

function trailFiles(isWanted: (name: string) => boolean): readonly SqlFile[] {
  return filesOf('trail').filter(({ name }) => isWanted(name));
}

/** Questions that people ask: saved in the workgroup, and listed by the command. */
export function savedQueries(): readonly NamedQuery[] {
  return filesOf('queries').map(withDescription);
}

/** Queries that can be asked by name: those that people ask, and those of functions. */
export function namedQueries(): readonly NamedQuery[] {
  return [...savedQueries(), ...functionQueries()];
}

/** Questions that functions ask. */
export function functionQueries(): readonly NamedQuery[] {
  return filesOf('queries/functions').map(withDescription);
}

/** Questions that single commands ask a folder. */
export function commandQueries(): readonly NamedQuery[] {
  return filesOf('queries/commands').map(withDescription);
}

/**
 * A query of the dashboards, or one of people that they draw, without the comment at its top: QuickSight puts it into a
 * statement of its own.
 * @throws Error when there is none of that name
 */
export function dashboardQuery(name: string): string {
  const query = [...dashboardQueries(), ...savedQueries()].find((file) => file.name === name);
  if (query === undefined)
    throw new Error(`athena-ddl/queries has no query ${name} for dashboards or people`);
  return query.text.replace(/^(?:--.*\n)+/, '');
}

/** Questions that the dashboards draw and list. */
export function dashboardQueries(): readonly NamedQuery[] {
  return filesOf('queries/dashboards').map(withDescription);
}

/**
 * The files of a folder, by name.
 * @throws Error naming a file whose name is no name of a table, view or query
 */
function filesOf(folder: string): readonly SqlFile[] {
  const known = files.get(folder) ?? readFiles(folder);
  files.set(folder, known);
  return known;
}

function readFiles(folder: string): readonly SqlFile[] {
  const root = join(packageRoot(), 'athena-ddl', folder);
  return readdirSync(root)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const name = /^([a-z][a-z0-9_]*)\.sql$/.exec(file)?.[1];
      if (name === undefined) {
        throw new Error(
          `athena-ddl/${folder}/${file} is no name in lowercase letters, digits and underscores`,
        );
      }
      const path = join(root, file);
      return { name, path, text: readFileSync(path, 'utf8').trim() };
    });
}

function withDescription(file: SqlFile): NamedQuery {
  const lines = file.text.split('\n');
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('--')),
  );
  return { ...file, description: comment.map((line) => line.replace(/^--\s*/, '')).join(' ') };
}
