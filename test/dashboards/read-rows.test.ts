import { defineListing } from '../../dashboards/question';
import { readRows } from '../../dashboards/read-rows';
import { shownText } from '../../dashboards/shown-text';

const listing = defineListing({
  id: 'example',
  sql: 'SELECT 1',
  columns: [
    { name: 'day', type: 'date', label: 'Day' },
    { name: 'account', type: 'text', label: 'Account' },
    { name: 'users', type: 'integer', label: 'Users' },
  ],
});

const columns = listing.columns.map(({ name }) => ({ name }));
const ask = (row: readonly unknown[]) => () => Promise.resolve({ columns, rows: [row] });

test('reads rows by their declared columns, text as it may be shown', async () => {
  expect(await readRows(listing, ask(['2026-11-22', 'a\u202Eb', 3]))).toEqual([
    { day: '2026-11-22', account: 'a⟨U+202E⟩b', users: 3 },
  ]);
});

test.each([
  { row: [null, 'a', 3], problem: 'column day is null, which is no date' },
  { row: ['2026-11-22 00:00:00', 'a', 3], problem: 'column day is "2026-11-22 00:00:00", which is no date' },
  { row: ['2026-11-22', 7, 3], problem: 'column account is 7, which is no text' },
  { row: ['2026-11-22', 'a', '3'], problem: 'column users is "3", which is no integer' },
  { row: ['2026-11-22', 'a', null], problem: 'column users is null, which is no integer' },
])('refuses $row', async ({ row, problem }) => {
  await expect(readRows(listing, ask(row))).rejects.toThrow(problem);
});

test('refuses an answer with other columns', async () => {
  const other = () => Promise.resolve({ columns: [{ name: 'account' }], rows: [] });
  await expect(readRows(listing, other)).rejects.toThrow(
    'the query answers account where day, account, users are declared',
  );
});

test.each([
  { given: 'R&D / "Prod" 100%', shown: 'R&D / "Prod" 100%' },
  { given: '開発環境', shown: '開発環境' },
  { given: 'line\nbreak\ttab', shown: 'line⟨U+000A⟩break⟨U+0009⟩tab' },
  { given: 'zero\u200Bwidth', shown: 'zero⟨U+200B⟩width' },
  { given: 'x'.repeat(301), shown: `${'x'.repeat(300)}…` },
  { given: '😀'.repeat(300), shown: '😀'.repeat(300) },
])('shows $given as $shown', ({ given, shown }) => {
  expect(shownText(given)).toBe(shown);
});
