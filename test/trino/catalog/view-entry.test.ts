import { viewAt } from './view-entry';

const entry = (definition: object) =>
  `/* Presto View: ${Buffer.from(JSON.stringify(definition)).toString('base64')} */`;

test('a view of another database has its name and moment, and nothing else is another', () => {
  const definition = { originalSql: 'SELECT current_date d', schema: 'one', columns: [{ name: 'd' }] };
  const view = {
    Name: 'v',
    TableType: 'VIRTUAL_VIEW',
    ViewOriginalText: entry(definition),
    DatabaseName: 'one',
    VersionId: '1',
  };
  expect(viewAt(view, 'two', { today: '2026-11-22', now: '2026-11-22 12:00:00' })).toEqual({
    Name: 'v',
    TableType: 'VIRTUAL_VIEW',
    ViewOriginalText: entry({ ...definition, originalSql: "SELECT DATE '2026-11-22' d", schema: 'two' }),
  });
});

test('what Trino did not keep is refused', () => {
  const moment = { today: '2026-11-22', now: '2026-11-22 12:00:00' };
  expect(() => viewAt({ Name: 'v', ViewOriginalText: 'SELECT 1' }, 'two', moment)).toThrow(
    'v is no view as Trino keeps it: SELECT 1',
  );
});
