import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionQueries, savedQueries, tableFiles, viewFiles } from '../../../athena-ddl/sql-files';

const folder = join(__dirname, '../../../lambda/digest');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const names = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);

test.each([
  { call: 'savedQuery', known: names(savedQueries()) },
  { call: 'namedQuery', known: names([...savedQueries(), ...functionQueries()]) },
  { call: 'inTable', known: names([...tableFiles(), ...viewFiles()]) },
])('where $call sends a reader is there', ({ call, known }) => {
  const sent = [...sources.matchAll(new RegExp(`\\b${call}\\((?!name: string)([^)]*)\\)`, 'g'))].map(
    ([, name = '']) => name.replaceAll("'", ''),
  );
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((name) => !known.includes(name))).toEqual([]);
});
