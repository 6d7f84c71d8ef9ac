import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = join(__dirname, '..');

function filesOf(folder: string): string[] {
  const path = join(root, folder);
  return statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(folder, file))
    : [folder];
}

/** What a file imports from this repository, as paths below its root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return Array.from(text.matchAll(/^.* from '(\.{1,2}\/[^']+)';$/gm), ([, path]) =>
    relative(root, resolve(root, file, '..', path ?? '')),
  );
}

/** Folders that a folder's files may import from, beside their own. */
const allowed: Record<string, readonly RegExp[]> = {
  lambda: [/^package\.json$/],
  lib: [
    /^lambda\/(?:shared\/)?[a-z-]+\/contract$/,
    /^lambda\/report\//,
    /^scripts\/bundle-lambda$/,
    /^exceptions$/,
    /^dashboards\/(question|questions|quick-sight\/.*)$/,
  ],
  dashboards: [/^local\/package-root$/],
};

test.each(Object.entries(allowed))('%s knows nothing but what it may', (folder, others) => {
  const wrong = filesOf(folder).flatMap((file) =>
    importsOf(file)
      .filter((path) => !path.startsWith(`${folder}/`) && !others.some((other) => other.test(path)))
      .map((path) => `${file} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('the collector carries nothing but the SDK', () => {
  const packages = ['lambda/collector', 'lambda/report']
    .flatMap(filesOf)
    .flatMap((file) =>
      Array.from(
        readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export|\}).* from '([^.'][^']*)';$/gm),
        ([, name]) => name ?? '',
      ),
    );
  expect(packages.filter((name) => !/^(@aws-sdk\/client-[a-z0-9-]+|node:[a-z/]+)$/.test(name))).toEqual([]);
});

test('the policy simulator is imported by one file', () => {
  const importing = ['bin', 'scripts', 'cli', 'lambda', 'lib', 'local', 'test']
    .flatMap(filesOf)
    .filter((file) => /^.* from '@cloud-copilot\//m.test(readFileSync(join(root, file), 'utf8')));
  expect(importing).toEqual(['test/permissions/prove.ts']);
});

test('only handlers, the entries and the command line read the environment', () => {
  const reading = ['lambda', 'lib'].flatMap(filesOf).filter((file) => {
    return !file.endsWith('handler.ts') && readFileSync(join(root, file), 'utf8').includes('process.env');
  });
  expect(reading).toEqual([]);
});
