import { stripVTControlCharacters } from 'node:util';
import { resultText } from '../../cli/output/result-text';
import { textWidth } from '../../cli/output/text-width';

const arn = 'arn:aws:iam::100000000007:user/people/a-user-with-a-long-name';
const columns = ['account', 'severity', 'users', 'evidence'];
const rows = [
  ['東京支社の長い名前のアカウント', 'critical', 3, `password enabled, MFA is off, of ${arn}`],
  ['🚀 launch pad', 'low', 12, null],
];
const shown = (width: number, format: 'table' | 'vertical' = 'table', colours = false) =>
  resultText(columns, rows, { format, raw: false, screen: { columns: width, colours } });
const linesOf = (text: string) => text.trimEnd().split('\n');

describe('a result on a screen', () => {
  test.each([60, 80, 100])('of %i columns has no longer line, and loses nothing', (width) => {
    const lines = linesOf(shown(width)).slice(0, -1);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
    expect(new Set(lines.map(textWidth)).size).toBe(1);
    const column = (index: number) => lines.map((line) => line.split('│')[index]?.trim() ?? '').join('');
    expect(column(1)).toContain('東京支社の長い名前のアカウント');
    expect(column(4).replaceAll(' ', '')).toContain(`passwordenabled,MFAisoff,of${arn}`);
  });

  test('that is wide enough is the same as in a pipe, whose lines are as long as they are', () => {
    const piped = resultText(columns, rows, { format: 'table', raw: false });
    expect(shown(300)).toBe(piped);
    expect(Math.max(...linesOf(piped).map(textWidth))).toBeGreaterThan(100);
  });

  test('too narrow for its columns shows each row below the other, and says so', () => {
    const text = shown(40);
    expect(linesOf(text)).toEqual(
      [
        '── 1 ────────',
        'account  │ 東京支社の長い名前のアカウン',
        '         │ ト',
        'severity │ critical',
        'users    │ 3',
        'evidence │ password enabled, MFA is off, ',
        '         │ of arn:aws:iam::100000000007',
        '         │ :user/people/a-user-with-a-lo',
        '         │ ng-name',
        '── 2 ────────',
        'account  │ 🚀 launch pad',
        'severity │ low',
        'users    │ 12',
        'evidence │',
        '2 rows, shown vertically, too wide for 40 columns; as a table: | less -S',
      ].map((line) => line.trimEnd()),
    );
  });

  test('asked to be vertical needs no excuse', () => {
    expect(shown(200, 'vertical')).toMatch(/^── 1 ─+\naccount {2}│ 東京[^]*\n2 rows\n$/);
  });

  test.each(['table', 'vertical'] as const)('colours severities and nothing else in a %s', (format) => {
    const plain = shown(100, format);
    const coloured = shown(100, format, true);
    expect(coloured).toContain('\u001b[1m\u001b[31mcritical\u001b[39m\u001b[22m');
    expect(coloured).toContain('\u001b[36mlow\u001b[39m');
    expect(coloured.split('\u001b[').length - 1).toBe(6);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });
});
