import { resultText } from '../../cli/output/result-text';

const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];

describe('results', () => {
  test.each(hostile)(
    'text %j is no formula in CSV, and stays as it is with --raw and where no spreadsheet opens it',
    (text) => {
      const asCsv = (raw: boolean) => resultText(['name'], [[text]], { format: 'csv', raw });
      const quoted = (content: string) => (text === '\rx' ? `"${content}"` : content);
      expect(asCsv(false)).toBe(`name\n${quoted(`'${text}`)}\n`);
      expect(asCsv(true)).toBe(`name\n${quoted(text)}\n`);
      for (const format of ['table', 'vertical'] as const)
        expect(resultText(['name'], [[text]], { format, raw: false })).not.toContain(`│ '`);
      expect(JSON.parse(resultText(['name'], [[text]], { format: 'json', raw: false }))).toEqual([
        { name: text },
      ]);
    },
  );

  const row: unknown[] = [-5, true, null, '', 'a,"b"\nc', '日本'];
  const columns = ['number', 'boolean', 'missing', 'empty', 'quoted', 'wide'];

  test('numbers are no formulas, and a missing value is not an empty text', () => {
    expect(resultText(columns, [row], { format: 'csv', raw: false })).toBe(
      'number,boolean,missing,empty,quoted,wide\n-5,true,,"","a,""b""\nc",日本\n',
    );
    expect(JSON.parse(resultText(columns, [row], { format: 'json', raw: false }))).toEqual([
      { number: -5, boolean: true, missing: null, empty: '', quoted: 'a,"b"\nc', wide: '日本' },
    ]);
  });

  test('a table is drawn for people, with its rows counted', () => {
    expect(
      resultText(
        ['users', 'name'],
        [
          [3, 'a'],
          [12, '日本'],
        ],
        { format: 'table', raw: false },
      ),
    ).toBe(
      [
        '┌───────┬──────┐',
        '│ users │ name │',
        '├───────┼──────┤',
        '│     3 │ a    │',
        '│    12 │ 日本 │',
        '└───────┴──────┘',
        '2 rows',
        '',
      ].join('\n'),
    );
    expect(resultText(['n'], [[1]], { format: 'table', raw: false })).toMatch(/\n1 row\n$/);
  });

  test('a name cannot drive the terminal or turn the direction of writing', () => {
    const text = resultText(['name'], [['\u001b[2J\u202egpj.exe\n']], { format: 'table', raw: true });
    expect(text).toContain('\\u001b[2J\\u202egpj.exe\\u000a');
  });

  test('no rows are still a header, an empty array, a counted table', () => {
    expect(resultText(['name'], [], { format: 'csv', raw: false })).toBe('name\n');
    expect(JSON.parse(resultText(['name'], [], { format: 'json', raw: false }))).toEqual([]);
    expect(resultText(['name'], [], { format: 'table', raw: false })).toMatch(/name[^]*\n0 rows\n$/);
  });
});

test.each(['\u200b', '\u2060', '\u3164', '\ufe0f', '\u00ad', '\u202e', '\u00a0', '\u2800'])(
  'a name with the unseen %j in it does not pose as another in a table',
  (unseen) => {
    const code = `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`;
    expect(resultText(['name'], [[`Pro${unseen}d`]], { format: 'table', raw: false })).toContain(
      `Pro${code}d`,
    );
  },
);
