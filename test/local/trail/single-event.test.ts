import { DuckDBInstance } from '@duckdb/node-api';
import { trailViews } from '../../../athena-ddl/sql-files';

test('in Athena an event of a user counts once in the files of a day, as it does here while files are read', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    'CREATE TABLE cloudtrail_event (account VARCHAR, region VARCHAR, dt VARCHAR, eventid VARCHAR, useridentity STRUCT(type VARCHAR))',
  );
  await connection.run(`INSERT INTO cloudtrail_event VALUES
    ('1', 'eu-central-1', '2026/11/20', 'a', {type: 'IAMUser'}),
    ('1', 'eu-central-1', '2026/11/20', 'a', {type: 'IAMUser'}),
    ('1', 'eu-central-1', '2026/11/20', 'b', {type: 'Root'}),
    ('2', 'eu-central-1', '2026/11/20', 'a', {type: 'FederatedUser'}),
    ('1', 'eu-central-1', '2026/11/20', 'c', {type: 'AssumedRole'}),
    ('1', 'eu-central-1', '2026/11/20', 'd', NULL)`);
  const view = trailViews().find(({ name }) => name === 'z_single_event');
  await connection.run(view?.text ?? '');
  const reader = await connection.runAndReadAll('SELECT account, eventid FROM z_single_event ORDER BY 1, 2');
  expect(reader.getRows()).toEqual([
    ['1', 'a'],
    ['1', 'b'],
    ['2', 'a'],
  ]);
  connection.closeSync();
  instance.closeSync();
});
