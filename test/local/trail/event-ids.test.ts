import { EventIds } from '../../../local/trail/event-ids';

/** Ids of which many begin alike, so that they meet in the table. */
const idOf = (number: number) =>
  `${(number % 97).toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

test('an id is new once, however many there are', () => {
  const ids = new EventIds();
  const numbers = Array.from({ length: 40_000 }, (_, index) => index);
  expect(numbers.filter((number) => !ids.add(idOf(number)))).toEqual([]);
  expect(numbers.filter((number) => ids.add(idOf(number)))).toEqual([]);
});

test('ids that differ in one word are different', () => {
  const ids = new EventIds();
  const one = '11111111-2222-3333-4444-555555555555';
  for (const at of [0, 9, 19, 35]) expect(ids.add(`${one.slice(0, at)}a${one.slice(at + 1)}`)).toBe(true);
  expect(ids.add(one)).toBe(true);
  expect(ids.add(one)).toBe(false);
});

test('an id that is no UUID counts as text', () => {
  const ids = new EventIds();
  expect(['a', 'b', 'a', 'A'].map((id) => ids.add(id))).toEqual([true, true, false, true]);
});
