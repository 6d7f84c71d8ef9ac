import { filledTable } from './filled-table';
import type { HiveTable } from './hive-tables';

const table: HiveTable = {
  name: 't',
  external: true,
  comment: null,
  columns: [],
  partitionKeys: [],
  serde: 's',
  serdeParameters: {},
  format: 'textfile',
  location: 's3://${bucket}/t/',
  parameters: {
    'projection.dt.range': 'NOW-${retentionDays}DAYS,NOW',
    'storage.location.template': 's3://${bucket}/t/${dt}/',
  },
};

test('placeholders are filled as the deployment fills them, and the rest stays', () => {
  expect(filledTable(table, { bucket: 'b', retentionDays: 400 })).toEqual({
    ...table,
    location: 's3://b/t/',
    parameters: {
      'projection.dt.range': 'NOW-400DAYS,NOW',
      'storage.location.template': 's3://b/t/${dt}/',
    },
  });
});

test('where today is another day, the range ends on it', () => {
  const filled = filledTable(table, { bucket: 'b', retentionDays: 30, today: '2026-03-01' });
  expect(filled.parameters['projection.dt.range']).toBe('2026/01/30,2026/03/01');
});
