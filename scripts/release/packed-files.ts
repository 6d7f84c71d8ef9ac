import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { catalogFiles } from '../../local/athena/build-catalogs';

/** What the command and the demo need beside the SQL, and what npm always packs. */
const others = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package.json',
  'dashboards/page/page.css',
  'dist/bin/credential-report.js',
  'dist/dashboards/page.js',
  'dist/lambda/collector/index.js',
  'dist/local/lambda-environment/environment.js',
];

/** Every file that the tarball has to hold, and it holds no other. */
export function expectedFiles(root: string): string[] {
  const sql = readdirSync(join(root, 'athena-ddl'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => `athena-ddl/${file}`);
  // Tables that the policy of a use is made with.
  const tables = readdirSync(join(root, 'iam-actions'))
    .filter((file) => file.endsWith('.csv'))
    .map((file) => `iam-actions/${file}`);
  // What README links to.
  const docs = readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return [
    ...others,
    ...tables,
    ...docs,
    ...catalogFiles().map(({ path }) => relative(root, path)),
    ...sql,
  ].sort();
}

/** What differs, in sentences. */
export function packedProblems(packed: readonly string[], expected: readonly string[]): string[] {
  return [
    ...expected.filter((file) => !packed.includes(file)).map((file) => `the tarball lacks ${file}`),
    ...packed.filter((file) => !expected.includes(file)).map((file) => `the tarball ships ${file}`),
  ];
}
