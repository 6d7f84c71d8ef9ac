import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
/** Everything but the tests, which may import what they test. */
const folders = [
  'athena-ddl',
  'bench',
  'bin',
  'cli',
  'dashboards',
  'controls',
  'csv-lists',
  'exceptions',
  'lambda',
  'lib',
  'local',
  'scripts',
];

/** Files by their path below the root, each with the files of this repository that it imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export function importGraph(): ImportGraph {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );
  return new Map(['config.ts', ...files].map((file) => [file, importsOf(file)]));
}

function importsOf(file: string): string[] {
  const path = join(root, file);
  const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => {
      // A statement as text: TypeScript has but its type.
      if (fileName.endsWith('.sql')) return relative(root, resolve(path, '..', fileName));
      const { resolvedModule } = ts.resolveModuleName(fileName, path, options, ts.sys);
      if (resolvedModule === undefined) throw new Error(`${file} imports ${fileName}, which is no file`);
      return relative(root, resolvedModule.resolvedFileName);
    });
}

const options: ts.CompilerOptions = {
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  resolveJsonModule: true,
};

/** What files of `from` import that does not match `allowed`, as `a imports b`. */
export function forbiddenImports(graph: ImportGraph, from: RegExp, allowed: readonly RegExp[]): string[] {
  return [...graph].flatMap(([file, imports]) =>
    from.test(file)
      ? imports
          .filter((path) => !allowed.some((other) => other.test(path)))
          .map((path) => `${file} imports ${path}`)
      : [],
  );
}

/** Files that import each other, however far around, as `a imports b imports a`; one circle for each file that closes one. */
export function importCircles(graph: ImportGraph): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, behind: readonly string[]): void => {
    if (behind.includes(file)) circles.push([...behind.slice(behind.indexOf(file)), file].join(' imports '));
    if (done.has(file) || behind.includes(file)) return;
    for (const path of graph.get(file) ?? []) follow(path, [...behind, file]);
    done.add(file);
  };
  for (const file of graph.keys()) follow(file, []);
  return circles;
}
