import { date, defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { readAnswer } from '../../athena-ddl/read-answer';

const example = defineQuestion('example', 'SELECT 1', {
  day: date(),
  account: text(),
  users: integer(),
  reason: nullable(text()),
});
const columns = ['day', 'account', 'users', 'reason'].map((name) => ({ name }));
const read = (row: readonly unknown[]) => readAnswer(example, { columns, rows: [row] });

test.each([
  ['DuckDB hands it over', ['2026-11-22', 'R&D', 3, null], 3],
  ['Athena hands it over', ['2026-11-22', 'R&D', '3', null], 3],
  ['a number can be negative', ['2026-11-22', 'R&D', '-3', null], -3],
])('reads a row by its declared columns as %s', (_, row, users) => {
  expect(read(row)).toEqual([{ day: '2026-11-22', account: 'R&D', users, reason: null }]);
});

const wrong: [row: readonly unknown[], problem: string][] = [
  [[null, 'a', 3, ''], 'null in the column day, declared is date'],
  [['2026-11-22 00:00:00', 'a', 3, ''], '"2026-11-22 00:00:00" in the column day, declared is date'],
  [['2026-11-22', 7, 3, ''], '7 in the column account, declared is text'],
  [['2026-11-22', null, 3, ''], 'null in the column account, declared is text'],
  [['2026-11-22', 'a', 'many', ''], '"many" in the column users, declared is integer'],
  [['2026-11-22', 'a', '', ''], '"" in the column users, declared is integer'],
  [['2026-11-22', 'a', 0.5, ''], '0.5 in the column users, declared is integer'],
  [['2026-11-22', 'a', '9007199254740993', ''], '"9007199254740993" in the column users'],
  [['2026-11-22', 'a', null, ''], 'null in the column users, declared is integer'],
  [['2026-11-22', 'a', 3, true], 'true in the column reason, declared is text or NULL'],
];

test.each(wrong)('refuses %j', (row, problem) => {
  expect(() => read(row)).toThrow(`the query example answers ${problem}`);
});

test.each([
  ['a column that is gone', ['day', 'account', 'users']],
  ['a column that is renamed', ['day', 'account', 'people', 'reason']],
  ['columns in another order', ['account', 'day', 'users', 'reason']],
])('refuses %s', (_, names) => {
  const answer = { columns: names.map((name) => ({ name })), rows: [] };
  expect(() => readAnswer(example, answer)).toThrow(
    `the query example answers the columns ${names.join(', ')}, declared are day, account, users, reason`,
  );
});
