import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { splitStatements } from '../../cli/query/split-statements';
import { runCommand, type CommandOutcome } from './run-command';
import { writeBucket } from './write-bucket';

let data: string;
let state: string;
beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'state-'));
  data = writeBucket({
    'collection-runs/2026/11/22/100000000007.json': '{"account_id":"100000000007","status":"failed"}\n',
  });
});
afterAll(() => [data, state].forEach((folder) => rmSync(folder, { recursive: true })));

const ctrlC = '\x03';

/** Types each part as keys once the one before was answered, and tells what the shell wrote. */
async function type(...parts: string[]): Promise<CommandOutcome & { readonly shown: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  const prompts = () => stripVTControlCharacters(shown).split(/sql> |  -> /).length;
  const ended = runCommand(['query', '--data', data, '--format', 'csv'], {
    keyboard: { input, output },
    environment: { XDG_STATE_HOME: state },
  });
  let last = '\r';
  let before = prompts();
  const isAnswered = () =>
    last.endsWith('\t')
      ? shown.length > before && !stripVTControlCharacters(shown).endsWith(last.slice(0, -1))
      : !last.endsWith('\r') || prompts() > before;
  for (const part of parts) {
    for (let turn = 0; turn < 1_000 && !isAnswered(); turn++) {
      await setTimeout(10);
      // A question that runs is ended; one that has not begun yet is not, so the key is pressed again.
      if (part === ctrlC && turn > 10) input.write(ctrlC);
    }
    last = part;
    before = part.endsWith('\t') ? shown.length : prompts();
    input.write(part);
  }
  const outcome = await Promise.race([ended, setTimeout(20_000, undefined, { ref: false })]);
  if (outcome === undefined) throw new Error(`the shell goes on: ${shown}`);
  return { ...outcome, shown: stripVTControlCharacters(shown) };
}
const piped = (text: string, ...words: string[]) =>
  runCommand(['query', '--data', data, '--format', 'csv', ...words], { input: () => Promise.resolve(text) });

describe('the shell', () => {
  test('answers statements of one line and of many, and an error ends none but its own', async () => {
    const { code, out, err, shown } = await type(
      'SELECT 1 AS one;\r',
      'SELECT\r',
      '  2 AS two;\r',
      'SELECT nothing FROM coverage;\r',
      "SELECT ';' AS mark, 3 AS three; SELECT 4 AS four;\r",
      '.quit\r',
    );
    expect(out).toBe('one\n1\ntwo\n2\nmark,three\n;,3\nfour\n4\n');
    expect(err).toMatch(/^as of 2026-11-22, of 2026-11-22\n/);
    expect(err).toMatch(/^error: .*"nothing" not found/m);
    expect(shown).toContain('  -> ');
    expect(code).toBe(0);
  });

  test('Ctrl-C forgets what was begun, Ctrl-D ends', async () => {
    const { code, out } = await type('SELECT 1,\r', 'SELECT 2\x03', 'SELECT 3 AS three;\r', '\x04');
    expect({ code, out }).toEqual({ code: 0, out: 'three\n3\n\n' });
  });

  test('Ctrl-C ends a question that runs, and nothing else', async () => {
    const { code, out, err } = await type(
      'SELECT count(*) FROM range(100000000000) AS a, range(1000) AS b;\r',
      ctrlC,
      'SELECT 5 AS five;\r',
      '\x04',
    );
    expect({ code, out }).toEqual({ code: 0, out: 'five\n5\n\n' });
    expect(err).toMatch(/^error: INTERRUPT Error: Interrupted!$/m);
  });

  test('has commands, as they are known from elsewhere too', async () => {
    const { out, err } = await type(
      '.tables\r',
      'DESCRIBE collection_run;\r',
      '.format json\r',
      '.ask silent_accounts_of_today\r',
      '.fromat csv\r',
      '.describe coverages\r',
      'exit\r',
    );
    expect(out).toMatch(/^view,answers\n(?:.*\n)*coverage,.+\n/);
    expect(out).not.toMatch(/^z_/m);
    expect(out).toMatch(/^column,type\n(?:.*\n)*account_id,varchar\n(?:.*\n)*warnings,varchar\n/m);
    expect(err).toMatch(/^error: there is no named query silent_accounts_of_today/m);
    expect(err).toMatch(
      /^error: there is no command \.fromat, the nearest is \.format; there are \.tables, /m,
    );
    expect(err).toMatch(/^error: there is no view coverages, the nearest is coverage; \.tables lists them$/m);
  });

  test('completes views, columns of the views that are named, and commands', async () => {
    const { out } = await type(
      'SELECT account_id, status FROM collection_r\t',
      ' c;\r',
      'SELECT account_id FROM collection_run WHERE sha\t',
      ' IS NULL;\r',
      '.he\t',
      '\r',
      '\x04',
    );
    expect(out).toMatch(/^account_id,status\n100000000007,failed\naccount_id\n100000000007\n\.tables /);
  });

  test('remembers statements whole, for the user alone, and not what begins with a blank', async () => {
    await type("SELECT 'first'\r", '  AS word;\r', " SELECT 'nobody else' AS word;\r", '\x04');
    const file = join(state, 'credential-report/query-history');
    expect(readFileSync(file, 'utf8')).toContain("SELECT 'first' AS word;\n");
    expect(readFileSync(file, 'utf8')).not.toContain('nobody else');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect((await type('\x1b[A\r', '\x04')).out).toBe('word\nfirst\n\n');
  });
});

describe('standard input', () => {
  test.each([
    { text: 'SELECT 1 AS one;\nSELECT 2 AS two', out: 'one\n1\ntwo\n2\n' },
    { text: '-- a comment; with a mark\nSELECT 1 AS one', out: 'one\n1\n' },
    { text: '.format json\nSELECT 1 AS one;', out: '[\n{"one":1}\n]\n' },
    { text: '.quit\nSELECT 1 AS one;', out: '' },
  ])('$text', async ({ text, out }) => {
    expect(await piped(text)).toMatchObject({ code: 0, out });
  });

  test('the first error ends it', async () => {
    const { code, out, err } = await piped('SELECT 1 AS one; SELECT nothing; SELECT 2 AS two;');
    expect({ code, out }).toEqual({ code: 1, out: 'one\n1\n' });
    expect(err).toMatch(/^error: .*nothing/);
  });

  test('nothing is no question, and nothing is remembered', async () => {
    expect((await piped(' \n')).err).toMatch(/^error: ask one question: .* or standard input\n$/);
    expect(existsSync(join(state, 'credential-report/query-history'))).toBe(true);
  });
});

test('a command of the shell is answered where it stands in place of a question', async () => {
  const asked = (text: string) => runCommand(['query', '--data', data, '--format', 'csv', text]);
  expect((await asked('.tables')).out).toMatch(/^view,answers\n(?:.*\n)*coverage,.+\n/);
  const { code, err } = await asked('.tabels');
  expect(code).toBe(1);
  expect(err).toContain('the nearest is .tables');
});

describe('what Athena does not know', () => {
  test.each([
    {
      sql: "SELECT account_id::varchar AS a FROM collection_run WHERE status ILIKE 'f%'",
      said: ['x::type', 'ILIKE'],
    },
    { sql: "SELECT strftime(date '2026-01-01', '%Y') AS y", said: ['the function strftime'] },
    { sql: 'FROM collection_run SELECT account_id', said: ['FROM without SELECT before it'] },
    {
      sql: "SELECT ARRAY[1][1] AS a, extract(year FROM date '2026-01-01') AS y, ':: ILIKE list_value(1)' AS \"t::u\"",
      said: [],
    },
    {
      sql: 'WITH list_value(a) AS (SELECT 1) SELECT a, count(*), row_number() OVER () AS n FROM list_value GROUP BY a',
      said: [],
    },
  ])('$sql', async ({ sql, said }) => {
    const { code, err } = await piped(sql);
    expect(code).toBe(0);
    const notes = err.match(/^note: .*$/gm) ?? [];
    expect(notes.length).toBe(said.length);
    for (const [index, what] of said.entries())
      expect(notes[index]).toContain(`Athena does not know ${what}`);
  });

  test('nor what the local engine lacks is left unsaid', async () => {
    const { code, err } = await piped('SELECT approx_percentile(1, 0.5)');
    expect(code).toBe(1);
    expect(err).toMatch(
      /\nAthena has approx_percentile, the local engine does not; --athena asks the deployed workgroup\n$/,
    );
  });

  test('whole numbers are divided as Athena does', async () => {
    expect((await piped('SELECT 7 / 2 AS a, -7 / 2 AS b, 7 / 2e0 AS c, 1 / 2 AS d')).out).toBe(
      'a,b,c,d\n3,-3,3.5,0\n',
    );
  });
});

test.each([
  ["SELECT ';' ; -- x;\nSELECT 2;", ["SELECT ';'", '-- x;\nSELECT 2'], ''],
  ['SELECT "a;b"; SELECT', ['SELECT "a;b"'], ' SELECT'],
  ["SELECT 'open; ", [], "SELECT 'open; "],
  ['/* a; */ SELECT 1; /* open; ', ['/* a; */ SELECT 1'], ' /* open; '],
  [";; SELECT 'it''s;';", ["SELECT 'it''s;'"], ''],
])('%s is cut where statements end', (sql, statements, rest) => {
  expect(splitStatements(sql)).toEqual({ statements, rest });
});
