import { codePoints } from './cut-text';

/**
 * A text in lines of at most so many code points, broken at spaces; a word that is longer, as an address, stays whole.
 * @param indent spaces before every line
 * @param hanging more of them before every line but the first
 */
export function wrapText(text: string, width: number, indent: number, hanging: number): string {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.split(' ')) {
    const more = codePoints(word);
    const before = indent + (lines.length === 0 ? 0 : hanging);
    if (line !== '' && before + length + 1 + more > width) {
      lines.push(line);
      line = word;
      length = more;
    } else {
      const isFirst = line === '' && length === 0;
      line = isFirst ? word : `${line} ${word}`;
      length = isFirst ? more : length + 1 + more;
    }
  }
  return [...lines, line]
    .map((one, at) => `${' '.repeat(indent + (at === 0 ? 0 : hanging))}${one}`)
    .join('\n');
}
