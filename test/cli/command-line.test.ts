import { runCommand } from './run-command';

const cases: { name: string; words: string[]; code: number; err: RegExp }[] = [
  { name: 'an unknown command', words: ['colect'], code: 1, err: /unknown command 'colect'/ },
  {
    name: 'an unknown option',
    words: ['verify', '--data', 'x', '--formt'],
    code: 1,
    err: /unknown option '--formt'[^]*--format/,
  },
  {
    name: 'a missing folder option',
    words: ['verify'],
    code: 1,
    err: /required option '--data <folder>' not/,
  },
  {
    name: 'a format that is none',
    words: ['verify', '--format', 'xml'],
    code: 1,
    err: /Allowed choices are table, vertical, csv, json/,
  },
  {
    name: 'a day that is none',
    words: ['verify', '--from', '2026-02-30'],
    code: 1,
    err: /a day such as 2026-11-22/,
  },
  {
    name: 'a folder whose name cannot be seen',
    words: ['verify', '--data', '/nowhere/\u202e\u001b[2J\u{e0041}1'],
    code: 1,
    err: /\/nowhere\/\\u202e\\u001b\[2J\\u\{e0041\}1/,
  },
  { name: 'no days at all', words: ['verify', '--days', '0'], code: 1, err: /a whole number from 1 on/ },
  {
    name: 'days in two ways',
    words: ['verify', '--data', 'x', '--days', '3', '--from', '2026-11-01'],
    code: 1,
    err: /'--days <n>' cannot be used with option '--from <day>'/,
  },
  {
    name: 'days that end before they begin',
    words: ['verify', '--data', '.', '--from', '2026-11-02', '--to', '2026-11-01'],
    code: 1,
    err: /^error: --from 2026-11-02 is after --to 2026-11-01: give the earlier day first\n$/,
  },
];

describe('the command line', () => {
  test.each(cases)('$name is refused in words, without a stack trace', async ({ words, code, err }) => {
    const outcome = await runCommand(words);
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toMatch(err);
    expect(outcome.err).not.toMatch(/^ {4}at /m);
  });

  test.each([[], ['verify']])('help of "%s" shows examples and ends well', async (...command) => {
    const { code, out, err } = await runCommand([...command, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ {2}credential-report \w+/m);
  });
});
