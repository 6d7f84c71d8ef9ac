import { date, defineQuestion, integer, text } from '../../athena-ddl/question';
import { readRows } from '../../dashboards/read-rows';
import { shownText } from '../../dashboards/shown-text';

test('reads rows by their declared columns, text as it may be shown', async () => {
  const question = defineQuestion('example', 'SELECT 1', { day: date(), account: text(), users: integer() });
  const columns = Object.keys(question.columns).map((name) => ({ name }));
  const ask = () => Promise.resolve({ columns, rows: [['2026-11-22', 'a\u202Eb', 3]] });
  expect(await readRows(question, ask)).toEqual([{ day: '2026-11-22', account: 'a\\u202eb', users: 3 }]);
});

test.each([
  { given: 'R&D / "Prod" 100%', shown: 'R&D / "Prod" 100%' },
  { given: '開発環境', shown: '開発環境' },
  { given: 'line\nbreak\ttab', shown: 'line\\u000abreak\\u0009tab' },
  { given: 'zero\u200Bwidth', shown: 'zero\\u200bwidth' },
  { given: 'tag\u{e0041}1', shown: 'tag\\u{e0041}1' },
  { given: 'braille\u2800', shown: 'braille\\u2800' },
  { given: 'x'.repeat(301), shown: `${'x'.repeat(299)}…` },
  { given: '😀'.repeat(300), shown: '😀'.repeat(300) },
])('shows $given as $shown', ({ given, shown }) => {
  expect(shownText(given)).toBe(shown);
});
