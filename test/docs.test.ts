import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../package.json';

const root = join(__dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

test.each(readdirSync(join(root, 'docs/adr')))('docs/adr/%s has at most 45 lines', (file) => {
  expect(read(join('docs/adr', file)).trimEnd().split('\n').length).toBeLessThanOrEqual(45);
});

test('decisions are numbered one after the other, each with its number in the title', () => {
  const files = readdirSync(join(root, 'docs/adr')).sort();
  const numbers = files.map((file) => [
    file.slice(0, 4),
    /^# (\d+)\. /.exec(read(join('docs/adr', file)))?.[1],
  ]);
  expect(numbers).toEqual(files.map((_file, at) => [String(at + 1).padStart(4, '0'), String(at + 1)]));
});

test.each(pages)('%s links to files that exist', (page) => {
  const links = Array.from(read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g), ([, path]) => path ?? '');
  expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
});

test.each(pages)('%s names files and scripts that exist', (page) => {
  const text = read(page);
  const files = Array.from(
    text.matchAll(/`((?:bin|cli|docs|lambda|lib|local|test|athena-ddl|dashboards|scripts)\/[\w./-]*[\w/])`/g),
    ([, path]) => path ?? '',
  );
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const scripts = Array.from(text.matchAll(/npm run (?:-s )?([a-z:-]+)/g), ([, name]) => name ?? '');
  expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});
