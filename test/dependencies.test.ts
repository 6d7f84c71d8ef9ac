import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { forbiddenImports, importCircles, importGraph } from './import-graph';

const root = join(__dirname, '..');
const graph = importGraph();

function filesOf(folder: string): string[] {
  const path = join(root, folder);
  return statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(folder, file))
    : [folder];
}

/** Columns of questions and how answers are read. */
const questions = [/^athena-ddl\/(?:question|read-answer|questions\/[a-z-]+)\.ts$/];

/** What the files of a folder may import, beside packages. */
const rules: readonly [rule: string, of: RegExp, may: readonly RegExp[]][] = [
  [
    'the emulated organization imports nothing of the product, so that no wrong constant stands on both sides',
    /^local\/organization\//,
    [/^local\/organization\//],
  ],
  [
    'the SQL and its questions know nothing of who asks them',
    /^athena-ddl\//,
    [/^athena-ddl\//, /^package-root\.ts$/],
  ],
  ['what functions share knows no function', /^lambda\/shared\//, [/^lambda\/shared\//, ...questions]],
  [
    'lambda knows nothing of who deploys or draws it',
    /^lambda\//,
    [/^lambda\//, /^package\.json$/, ...questions],
  ],
  [
    'lib knows the contracts of what it deploys',
    /^lib\//,
    [
      /^lib\//,
      /^lambda\/(?:shared\/)?[a-z-]+\/contract\.ts$/,
      /^lambda\/report\//,
      /^scripts\/bundle-lambda\.ts$/,
      /^(?:controls|csv-lists|exceptions)\//,
      /^athena-ddl\/(?:sql-files|question)\.ts$/,
      /^dashboards\/(question|questions|quick-sight\/.*)\.ts$/,
    ],
  ],
  ['a permission knows no construct', /^lib\/permissions\//, [/^(?!lib\/)|^lib\/(?:permissions|config)\//]],
  ['a construct knows no stack', /^lib\/constructs\//, [/^(?!lib\/stacks\/)/]],
  ['the configuration knows nothing that is built of it', /^lib\/config\//, [/^(?!lib\/)|^lib\/config\//]],
  [
    'dashboards know the questions that they draw',
    /^dashboards\//,
    [
      /^dashboards\//,
      ...questions,
      /^athena-ddl\/sql-files\.ts$/,
      /^package-root\.ts$/,
      /^lambda\/shared\/text\//,
    ],
  ],
  [
    'which actions an event needs knows nothing of who asks',
    /^iam-actions\//,
    [/^iam-actions\//, /^csv-lists\/csv-lines\.ts$/, /^package-root\.ts$/],
  ],
  ['a list knows no other', /^csv-lists\//, [/^csv-lists\//]],
  [
    'thresholds know the controls of the SQL',
    /^controls\//,
    [/^(?:controls|csv-lists)\//, /^athena-ddl\/sql-files\.ts$/],
  ],
  ['exceptions know how lists are read', /^exceptions\//, [/^(?:exceptions|csv-lists)\//]],
  [
    'what is deployed knows nothing of the emulation',
    /^(?:bin\/app|scripts\/bundle-lambda)\.ts$/,
    [/^(?!local\/)/],
  ],
  ['the command knows nothing of what CDK deploys', /^cli\//, [/^(?!lib\/)/]],
];

const functions = readdirSync(join(root, 'lambda')).filter(
  (folder) => !['shared', 'report'].includes(folder),
);

test.each(functions)('the function %s knows no other function', (name) => {
  const may = [new RegExp(`^lambda/(?:${name}|shared|report)/`), /^(?!lambda\/)/];
  expect(forbiddenImports(graph, new RegExp(`^lambda/${name}/`), may)).toEqual([]);
});

test.each(rules)('%s', (_rule, of, may) => {
  expect(forbiddenImports(graph, of, may)).toEqual([]);
});

test('no file imports itself, however far around, not even for a type', () => {
  expect(importCircles(graph)).toEqual([]);
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

test.each([
  ['the policy simulator', 'iam-simulate', ['test/permissions/prove.ts']],
  ['the list of actions', 'iam-data', ['iam-actions/action-list.ts']],
])('%s is imported by one file', (_what, name, files) => {
  const importing = ['bin', 'scripts', 'cli', 'iam-actions', 'lambda', 'lib', 'local', 'test']
    .flatMap(filesOf)
    .filter((file) => readFileSync(join(root, file), 'utf8').includes(` from '@cloud-copilot/${name}'`));
  expect(importing).toEqual(files);
});

test('objects of the bucket are put and read in one place', () => {
  const calling = ['bin', 'cli', 'lambda', 'lib', 'local/athena', 'scripts']
    .flatMap(filesOf)
    .filter((file) => /\b(?:Put|Get|Head|Copy)ObjectCommand\b/.test(readFileSync(join(root, file), 'utf8')));
  expect(calling).toEqual([
    'lambda/shared/object-store/put-object.ts',
    'lambda/shared/object-store/read-object.ts',
    'lambda/shared/object-store/watch-attempts.ts',
  ]);
});

test('only handlers, the entries and the command line read the environment', () => {
  const reading = ['lambda', 'lib'].flatMap(filesOf).filter((file) => {
    return !file.endsWith('handler.ts') && readFileSync(join(root, file), 'utf8').includes('process.env');
  });
  expect(reading).toEqual([]);
});
