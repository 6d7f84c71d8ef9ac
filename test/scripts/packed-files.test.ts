import { join } from 'node:path';
import { expectedFiles, packedProblems } from '../../scripts/release/packed-files';

const root = join(__dirname, '../..');

test('every table, view and query belongs into the tarball', () => {
  const expected = expectedFiles(root);
  expect(expected).toContain('athena-ddl/tables/credential_report.sql');
  expect(expected).toContain('athena-ddl/queries/console_users_by_account.sql');
});

test.each<[string, string[], string[]]>([
  ['nothing differs', ['a', 'b'], []],
  ['one is missing', ['a'], ['the tarball lacks b']],
  ['one is too much', ['b', 'a', 'test/x.ts'], ['the tarball ships test/x.ts']],
])('%s', (_, packed, problems) => expect(packedProblems(packed, ['a', 'b'])).toEqual(problems));
