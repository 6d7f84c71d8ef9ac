import { duckdbAnswer, trinoAnswer } from './answer';

test('both engines’ values come in one form', () => {
  const trino = trinoAnswer(
    {
      columns: [
        { name: 'day', type: 'date' },
        { name: 'at', type: 'timestamp(6)' },
        { name: 'part', type: 'decimal(12,1)' },
        { name: 'sum', type: 'bigint' },
        { name: 'path', type: 'varchar(20)' },
        { name: 'list', type: 'array(varchar)' },
      ],
      rows: [
        ['2026-11-22', '2026-11-22 13:14:50.000000', '7.5', 7, 's3://demo/a.csv', ['x']],
        [null, '2026-11-22 13:14:50.120000', null, null, '10.00', null],
      ],
    },
    'demo',
  );
  const duckdb = duckdbAnswer({
    columns: [
      { name: 'day', type: 'DATE' },
      { name: 'at', type: 'TIMESTAMP' },
      { name: 'part', type: 'DECIMAL(12,1)' },
      { name: 'sum', type: 'HUGEINT' },
      { name: 'path', type: 'VARCHAR' },
      { name: 'list', type: 'VARCHAR[]' },
    ],
    rows: [
      ['2026-11-22', '2026-11-22 13:14:50', 7.5, 7, 's3://local/a.csv', ['x']],
      [null, '2026-11-22 13:14:50.12', null, null, '10.00', null],
    ],
  });
  expect(trino).toEqual(duckdb);
});

test('a type that is not known is reported as it is', () => {
  expect(
    trinoAnswer({ columns: [{ name: 'a', type: 'timestamp(3) with time zone' }], rows: [] }, 'demo'),
  ).toEqual({
    columns: [{ name: 'a', kind: 'other: timestamp(3) with time zone' }],
    rows: [],
  });
});
