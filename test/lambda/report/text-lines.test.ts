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
