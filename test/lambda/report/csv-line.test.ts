import { csvFields } from '../../../lambda/report/csv-line';

/** What opencsv 2.3 and Trino 476 answered for these lines, with a backslash as the escape character. */
const lines: [line: string, fields: string[]][] = [
  ['', []],
  [',', ['', '']],
  ['a,b,', ['a', 'b', '']],
  ['"a,b",c', ['a,b', 'c']],
  ['"say ""hi""",c', ['say "hi"', 'c']],
  ['"",c', ['', 'c']],
  // A field that is not closed is lost, and so is what follows.
  ['a,"b,c', ['a']],
  ['"a', []],
  // A quote inside stays, but not among the first three characters and not at the field's edge.
  ['a"b,c', []],
  ['a"b"c,d', ['ab"c', 'd']],
  ['abcd"e"f,g', ['abcd"e"f', 'g']],
  ['abcd,e"f,g', ['abcd']],
  ['abcd,e"",g', ['abcd', 'e"', 'g']],
  ['abcd,"e"f,g', ['abcd', 'e"f', 'g']],
  // White space before a quote goes, a space that keeps words together does not.
  ['abcd,  "e",g', ['abcd', 'e', 'g']],
  ['abcd,\u00a0"e",g', ['abcd', '\u00a0"e', 'g']],
  // An escape character is never kept.
  ['a\\b,c', ['ab', 'c']],
  ['ab\\\\c,d', ['ab\\c', 'd']],
  ['ab\\"c,d', ['ab"c', 'd']],
  ['\\"a,b', []],
  ['"a\\"b",c', ['a"b', 'c']],
  ['"a\\,b",c', ['a,b', 'c']],
  ['a,b\\', ['a', 'b']],
  ['😀"x"y,z', ['😀x"y', 'z']],
];

test.each(lines)('%j', (line, fields) => {
  expect(csvFields(line, '\\')).toEqual(fields);
});
