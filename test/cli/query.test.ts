import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { savedQueries } from '../../athena-ddl/sql-files';
import { reportColumns } from '../../lambda/report/columns';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const header = reportColumns.slice(0, 22).join(',');
const arn = 'arn:aws:iam::100000000007';
const noKey = 'false,N/A,N/A,N/A,N/A';
const row = (name: string, password: string) =>
  `${name},${arn}:user/${name},2026-01-02T03:04:05Z,${password},N/A,N/A,N/A,false,${noKey},${noKey},false,N/A,false,N/A`;
const report = [header, row('=cmd', 'true'), row('plain', 'false')].join('\n');
const key = (day: string) => `credential-reports/${day}/100000000007-=3DHostile.csv`;

let data: string;
beforeAll(() => {
  data = writeBucket({
    [key('2026/11/20')]: report,
    [key('2026/11/21')]: report,
    [key('2026/11/22')]: report,
    'mine.sql': 'SELECT count(*) AS n FROM user_credential',
    'collection-runs/2026/11/22/100000000007.json': '{"account_id": "1000',
    'collection-runs/2026/11/22/100000000008.json': '{"account_id":"100000000008","status":"failed"}\n',
  });
});
afterAll(() => rmSync(data, { recursive: true }));

const query = (...words: string[]) => runCommand(['query', '--data', data, ...words]);
const users = 'SELECT DISTINCT account_name, user_name, password_enabled FROM user_credential ORDER BY 2';

describe('query', () => {
  test('answers in three formats, with formulas neutralised in CSV', async () => {
    expect((await query(users, '--format', 'csv')).out).toBe(
      "account_name,user_name,password_enabled\n'=Hostile,'=cmd,true\n'=Hostile,plain,false\n",
    );
    expect((await query(users, '--format', 'csv', '--raw')).out).toContain('\n=Hostile,=cmd,true\n');
    expect((await query(users)).out).toContain('│ =Hostile     │ =cmd      │ true             │');
    expect(JSON.parse((await query(users, '--format', 'json')).out)).toEqual([
      { account_name: '=Hostile', user_name: '=cmd', password_enabled: true },
      { account_name: '=Hostile', user_name: 'plain', password_enabled: false },
    ]);
  });

  const days = 'SELECT DISTINCT dt FROM user_credential ORDER BY 1';
  test.each([
    {
      options: [],
      expected: ['2026/11/20', '2026/11/21', '2026/11/22'],
      note: 'as of 2026-11-22, of 3 days',
    },
    { options: ['--days', '1'], expected: ['2026/11/22'], note: 'as of 2026-11-22, of 2026-11-22' },
    {
      options: ['--from', '2026-11-21'],
      expected: ['2026/11/21', '2026/11/22'],
      note: 'of 2 days from 2026-11-21',
    },
    { options: ['--to', '2026-11-20'], expected: ['2026/11/20'], note: 'of 2026-11-20' },
    { options: ['--as-of', '2026-11-21', '--days', '1'], expected: ['2026/11/21'], note: 'as of 2026-11-21' },
  ])('opens the days of $options and says so', async ({ options, expected, note }) => {
    const { code, out, err } = await query(days, '--format', 'json', ...options);
    expect(JSON.parse(out)).toEqual(expected.map((dt) => ({ dt })));
    expect(err).toContain(note);
    expect(code).toBe(0);
  });

  test('takes the SQL from a file, from standard input or by name', async () => {
    expect((await query('--file', join(data, 'mine.sql'), '--format', 'csv')).out).toBe('n\n6\n');
    const input = () => Promise.resolve('SELECT 1 AS one;\n');
    const piped = await runCommand(['query', '--data', data, '--file', '-', '--format', 'csv'], { input });
    expect(piped.out).toBe('one\n1\n');
  });

  test('takes the folder from the environment, and the option before it', async () => {
    const asked = ['query', 'SELECT count(*) AS n FROM user_credential', '--format', 'csv'];
    const environment = { CREDENTIAL_REPORT_DATA: data };
    expect((await runCommand(asked, { environment })).out).toBe('n\n6\n');
    expect((await runCommand([...asked, '--data', '/nowhere'], { environment })).err).toMatch(
      /cannot open \/nowhere/,
    );
    expect((await runCommand(asked)).err).toMatch(/which folder\? --data FOLDER.*or CREDENTIAL_REPORT_DATA/);
  });

  test.each([[['--quiet', 'query']], [['query', '--quiet']]])(
    'as %j says nothing but the answer and warnings',
    async (words) => {
      const { out, err } = await runCommand([
        ...words,
        '--data',
        data,
        'SELECT account_id FROM collection_run',
        '--format',
        'csv',
      ]);
      expect(out).toBe('account_id\n100000000008\n');
      expect(err).toMatch(/^warning: .*100000000007\.json.*\n$/);
    },
  );

  test('asks the named query and no other', async () => {
    const { code, out } = await query('--named', 'console_users_by_account', '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      {
        account_id: '100000000007',
        account_name: '=Hostile',
        console_users: 1,
        without_mfa: 1,
        users: 2,
        report_date: '2026-11-22',
      },
    ]);
    expect(code).toBe(0);
  });

  test.each([
    { name: 'console_users_trends', nearest: ', the nearest is console_users_trend' },
    { name: 'what', nearest: '' },
  ])('the unknown name $name lists the names, the nearest first', async ({ name, nearest }) => {
    const { code, out, err } = await query('--named', name);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      `error: there is no named query ${name}${nearest}; there are ${savedQueries()
        .map(({ name }) => name)
        .join(', ')}\n`,
    );
    expect(err).toContain('console_users_by_account, console_users_trend');
  });

  test('an object that cannot be read is a warning by its key, and the rest answers', async () => {
    const { code, out, err } = await query('SELECT account_id FROM collection_run', '--format', 'json');
    expect(JSON.parse(out)).toEqual([{ account_id: '100000000008' }]);
    expect(err.match(/^warning: .*$/gm)).toEqual([
      expect.stringContaining('collection-runs/2026/11/22/100000000007.json'),
    ]);
    expect(code).toBe(0);
  });

  test('poisoned objects are reported by their key or counted, and every other account answers', async () => {
    const other = (id: string, name: string) => `credential-reports/2026/11/22/${id}-${name}.csv`;
    const poisoned = writeBucket({
      [key('2026/11/22')]: report,
      [other('100000000008', '=ZZ')]: report.replaceAll('100000000007', '100000000008'),
      [other('100000000009', 'utf8')]: Buffer.from(`${header}\n\xff\xfe`, 'latin1'),
      [other('100000000010', 'field')]:
        `${report.replaceAll('100000000007', '100000000010')},N/A,one too many`,
      [other('100000000011', 'quote')]: report
        .replaceAll('100000000007', '100000000011')
        .replace('plain', '"plain'),
    });
    const ask = (sql: string) => runCommand(['query', '--data', poisoned, '--format', 'csv', '--raw', sql]);
    const answers = await ask("SELECT user_name FROM user_credential WHERE account_id = '100000000007'");
    const coverage = await ask('SELECT account_id FROM coverage WHERE unreadable_rows > 0 ORDER BY 1');
    rmSync(poisoned, { recursive: true });
    expect(answers).toMatchObject({ code: 0, out: 'user_name\n=cmd\nplain\n' });
    for (const name of ['utf8', 'quote']) expect(answers.err).toMatch(new RegExp(`warning: .*-${name}.csv`));
    expect(coverage.out.split('\n').slice(1, -1)).toEqual(
      expect.arrayContaining(['100000000009', '100000000011']),
    );
    expect(coverage.out).not.toContain('100000000010');
  });

  test.each([
    { name: 'wrong SQL', words: ['SELECT * FORM x'], err: /^error: .*\n\nLINE 1: SELECT \* FORM x\n +\^\n$/ },
    {
      name: 'an unknown table',
      words: ['SELECT * FROM nothing'],
      err: /Table with name nothing does not exist/,
    },
    {
      name: 'a view that is mistyped',
      words: ['SELECT * FROM latest_findings'],
      err: /Did you mean "latest_finding"\?/,
    },
    {
      name: 'a column of an alias that is mistyped',
      words: ['SELECT c.acount_name FROM coverage AS c'],
      err: /\nthere is no column acount_name, the nearest is account_name\n$/,
    },
    { name: 'an empty question', words: [' '], err: /^error: the question is empty/ },
    {
      name: 'no question',
      words: [],
      err: /^error: ask one question: SQL in quotes, --named NAME, --file FILE or standard input\n$/,
    },
    { name: 'two questions', words: ['SELECT 1', '--file', 'x.sql'], err: /^error: ask one question/ },
    {
      name: 'a file that is not there',
      words: ['--file', '/nowhere.sql'],
      err: /--file \/nowhere.sql cannot be read/,
    },
    {
      name: 'no day in range',
      words: ['SELECT 1', '--from', '2026-12-01'],
      err: /^error: cannot open \S+: no day from 2026-12-01 .* 3 days, 2026-11-20 to 2026-11-22\n$/,
    },
  ])('$name is refused in words, without a stack trace', async ({ words, err }) => {
    const outcome = await query(...words);
    expect(outcome).toMatchObject({ code: 1, out: '' });
    expect(outcome.err).toMatch(err);
    expect(outcome.err).not.toMatch(/^ {4}at /m);
  });

  test('a folder that is not named, not there or not laid out as the bucket is an error', async () => {
    expect((await runCommand(['query', 'SELECT 1'])).err).toMatch(/^error: which folder\? --data FOLDER/);
    const missing = await runCommand(['query', '--data', '/nowhere/at-all', 'SELECT 1']);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('/nowhere/at-all') as unknown });
    const empty = writeBucket({ 'notes.txt': 'nothing here' });
    const { code, err } = await runCommand(['query', '--data', empty, 'SELECT 1']);
    rmSync(empty, { recursive: true });
    expect(code).toBe(1);
    expect(err).toMatch(/^error: cannot open \S+: .* holds none of .*credential-reports\/YYYY\/MM\/DD\//);
  });
});
