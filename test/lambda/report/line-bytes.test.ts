import { javaText } from '../../../lambda/report/java-text';
import { lineBytes, lineSizes } from '../../../lambda/report/line-bytes';
import { textLines } from '../../../lambda/report/text-lines';
import { repeatableRandom } from '../../../local/lambda-environment/repeatable-random';

/** Line ends, marks, quotes, and bytes that are whole and broken UTF-8. */
const pieces = [
  '\n',
  '\r',
  '\r\n',
  '\xef\xbb\xbf',
  'a',
  '"',
  '\xc3\xa9',
  '\xe2\x82',
  '\xed\xa0\xbd',
  '\xff',
  '\0',
];

test('lines as bytes are cut where lines of text are', () => {
  const random = repeatableRandom(12);
  for (let round = 0; round < 3_000; round++) {
    const length = Math.floor(random() * 12);
    const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    const content = Buffer.from(text, 'latin1');
    const lines = [...lineBytes(content)];
    expect(lines.map((bytes) => javaText(bytes, 'kept'))).toEqual(textLines(content));
    const sizes = lineSizes(content);
    expect(sizes.lines).toBeGreaterThanOrEqual(lines.length);
    expect(sizes.longest).toBeGreaterThanOrEqual(Math.max(0, ...lines.map(({ length }) => length)));
  }
});

test.each([
  ['', 1, 0],
  ['abc', 1, 3],
  ['a\nabcd\n', 3, 4],
  ['a\r\nbc', 3, 2],
])('%j: %i lines at most, the longest of %i bytes', (text, lines, longest) => {
  expect(lineSizes(Buffer.from(text))).toEqual({ lines, longest });
});
