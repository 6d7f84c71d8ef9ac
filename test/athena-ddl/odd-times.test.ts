import { reportColumns } from '../../lambda/report/columns';
import { csvFields } from '../../lambda/report/csv-line';
import { isReadableRow } from '../../lambda/report/readable-row';
import { openLocalAthena } from '../../local/athena';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';

const account = '100000000007';

/** What may stand in a column of times, and whether its row can be read. */
const times: readonly (readonly [string, boolean])[] = [
  ['2026-11-20T10:15:00Z', true],
  ['2026-11-20T10:15:00+00:00', true],
  ['2026-11-20T00:00:00Z', true],
  ['2026-11-20T23:59:59Z', true],
  ['2024-02-29T12:00:00Z', true],
  ['N/A', true],
  ['no_information', true],
  ['not_supported', true],
  ['', true],
  // Read, and said to be impossible.
  ['1970-01-01T00:00:00Z', true],
  ['9999-12-31T23:59:59Z', true],
  ['2026-11-20T24:00:00Z', false],
  ['2026-11-20T23:60:00Z', false],
  ['2026-11-20T23:59:60Z', false],
  ['2026-11-20 10:15:00Z', false],
  ['2026-11-20t10:15:00z', false],
  ['2026-02-29T12:00:00Z', false],
  ['2026-02-30T12:00:00Z', false],
  ['2026-11-31T12:00:00Z', false],
  ['2026-13-01T12:00:00Z', false],
  ['2026-00-10T12:00:00Z', false],
  ['2026-11-00T12:00:00Z', false],
  ['2026-11-20T10:15:00', false],
  ['2026-11-20T10:15:00+01:00', false],
  ['2026-11-20T10:15:00-00:00', false],
  ['2026-11-20T10:15:00+0000', false],
  ['2026-11-20T10:15:00.000Z', false],
  ['2026-11-20T10:15Z', false],
  ['2026-11-20', false],
  ['26-11-20T10:15:00Z', false],
  ['+002026-11-20T10:15:00Z', false],
  [' 2026-11-20T10:15:00Z', false],
  ['2026-11-20T10:15:00Z ', false],
  ['n/a', false],
  ['NULL', false],
  ['1795169700', false],
];

const columns = reportColumns.filter((column) => /_(time|used|date|changed|rotated|rotation)$/.test(column));
const rows = columns.flatMap((column) =>
  times.map(([time, isReadable], place) => ({ user: `${column}-${place}`, column, time, isReadable })),
);
const text = report(account, ...rows.map(({ user, column, time }) => ({ user, [column]: time })));

test('there are ten columns of times', () => {
  expect(columns).toHaveLength(10);
});

test('SQL and the collector read the same times, in every column', async () => {
  const [, ...lines] = text.split('\n');
  const collector = lines.map((line) => isReadableRow(csvFields(line), account));
  const athena = await openLocalAthena({
    dataFolder: storedObjects({ [`credential-reports/2026/11/22/${account}-Data.csv`]: text }),
    now: longAfter,
  });
  const answer = await athena.query('SELECT user_name FROM user_credential');
  athena.close();
  const read = new Set(answer.rows.map(([name]) => name));
  const expected = rows.map(({ user, time, isReadable }) => ({ user, time, isReadable }));
  expect(rows.map(({ user, time }) => ({ user, time, isReadable: read.has(user) }))).toEqual(expected);
  expect(rows.map(({ user, time }, place) => ({ user, time, isReadable: collector[place] }))).toEqual(
    expected,
  );
});
