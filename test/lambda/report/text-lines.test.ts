import { textLines } from '../../../lambda/report/text-lines';

const contents: [content: string, lines: string[]][] = [
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\n\n', ['a', '']],
  ['\na', ['', 'a']],
  ['a\r\nb\rc\n\rd\r', ['a', 'b', 'c', '', 'd']],
  ['"a\nb"', ['"a', 'b"']],
  ['\ufeffa\n\ufeffb', ['a', '\ufeffb']],
  ['\ufeff', []],
  ['a\u2028b\u0085c\x0bd', ['a\u2028b\u0085c\x0bd']],
];

test.each(contents)('%j', (content, lines) => {
  expect(textLines(Buffer.from(content))).toEqual(lines);
});

test('broken UTF-8 spoils no other line', () => {
  expect(textLines(Buffer.from('a\xe2\x82\nb\xff\xc3\xa9', 'latin1'))).toEqual(['a\ufffd', 'b\ufffdé']);
});

/** What `new String(bytes, UTF_8)` makes of them in Java, and Trino of the same bytes in a report. */
test.each([
  ['half of a pair', '\xed\xa0\xbd', '\ufffd'],
  ['both halves', '\xed\xa0\xbd\xed\xb8\x80', '\ufffd\ufffd'],
  ['the last code point below the halves', '\xed\x9f\xbf\xff', '\ud7ff\ufffd'],
  ['a cut half', '\xed\xa0', '\ufffd'],
  ['too long a form', '\xc0\xaf', '\ufffd\ufffd'],
  ['beyond Unicode', '\xf5\x80\x80\x80', '\ufffd\ufffd\ufffd\ufffd'],
])('%s is read as Java reads it', (_what, bytes, text) => {
  expect(textLines(Buffer.from(bytes, 'latin1'))).toEqual([text]);
});
