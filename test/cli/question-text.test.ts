import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionQueries, savedQueries } from '../../athena-ddl/sql-files';
import { questionText } from '../../cli/query/question-text';
import type { Terminal } from '../../cli/terminal';

const folder = join(__dirname, '../../athena-ddl/queries');
const files = [
  ...savedQueries().map(({ name }) => [name, `${name}.sql`] as const),
  ...functionQueries().map(({ name }) => [name, `functions/${name}.sql`] as const),
];

test.each(files)('--named %s is the SQL of its file', async (named, file) => {
  const text = await questionText({ sql: undefined, file: undefined, named }, {} as Terminal);
  expect(text).toBe(readFileSync(join(folder, file), 'utf8').trim());
});
