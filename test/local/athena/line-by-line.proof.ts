import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { longAfter, report, storedObjects } from './stored-objects';

const id = '100000000002';
const day = 'credential-reports/2026/11/22';
const key = `${day}/${id}-Odd.csv`;
const [header = '', first = '', odd = '', last = ''] = report(
  id,
  { user: 'a-first' },
  { user: 'odd' },
  { user: 'z-last' },
).split('\n');
const lines = (...between: string[]) => [header, first, ...between, last].join('\n');
const good = { [`${day}/100000000001-Good.csv`]: report('100000000001', { user: 'anna' }) };

const opened: LocalAthena[] = [];
async function over(objects: Record<string, string | Buffer>): Promise<LocalAthena> {
  const athena = await openLocalAthena({ dataFolder: storedObjects(objects), now: longAfter });
  opened.push(athena);
  return athena;
}
afterAll(() => opened.forEach((athena) => athena.close()));

const usersOf = async (athena: LocalAthena, account: string) => {
  const sql = `SELECT user_name FROM user_credential WHERE account_id = '${account}' ORDER BY 1`;
  return (await athena.query(sql)).rows.flat();
};
/** Each with what Trino 476 makes of the lines between two good ones: users read, and how many rows cannot be. */
const bodies: [name: string, body: string | Buffer, users: string[], unreadable: number][] = [
  ['a good line', lines(odd), ['odd'], 0],
  ['an unclosed quote', lines(odd.replace('odd,', '"odd,')), [], 1],
  ['a stray quote in a path', lines(odd.replace('user/odd', 'user/o"dd')), [], 1],
  ['a quoted name', lines(odd.replace('odd,', '"odd",')), ['odd'], 0],
  [
    'quotes in a quoted path',
    lines(odd.replace(/arn[^,]*/, `"arn:aws:iam::${id}:user/""x"",/odd"`)),
    ['odd'],
    0,
  ],
  ['a backslash in a path', lines(odd.replace('user/odd', 'user/a\\b/odd')), ['odd'], 0],
  ['a 24th field', lines(`${odd},23rd,24th`), ['odd'], 0],
  ['a line that is cut off', lines(odd.slice(0, 60)), [], 1],
  ['a line break in quotes', lines(odd.replace('odd,', '"odd\n",')), [], 2],
  ['blank lines', lines('', odd, '', ''), ['odd'], 3],
  ['CR LF in the middle', lines(`${odd}\r`), ['odd'], 0],
  ['a CR in a field', lines(odd.replace('user/odd', 'user/\rodd')), [], 2],
  ['CR LF everywhere', lines(odd).replaceAll('\n', '\r\n'), ['odd'], 0],
  ['a byte order mark', `\ufeff${lines(odd)}`, ['odd'], 0],
  ['U+0001 in a field', lines(odd.replace('odd,', 'o\u0001dd,')), ['odd'], 0],
  ['NUL in a field', lines(odd.replace('odd,', 'o\0dd,')), ['o\0dd'], 0],
  ['what DuckDB takes for NULL', lines('\u0002\u0003\u0002', odd), ['odd'], 1],
  [
    'broken UTF-8',
    Buffer.from(lines(odd.replace('odd,', '\xff\xe2\x82odd,')), 'latin1'),
    ['\ufffd\ufffdodd'],
    0,
  ],
  ['a line of 300,000 bytes', lines(`${odd},${'x'.repeat(300_000)}`), ['odd'], 0],
  ['fractional seconds', lines(odd.replace('00Z', '00.5Z')), [], 1],
  ['an offset without a colon', lines(odd.replace('00Z', '00+0000')), [], 1],
  ['n/a in small letters', lines(odd.replace('N/A', 'n/a')), [], 1],
];

/** A body of another account. */
function of(own: string, body: string | Buffer): string | Buffer {
  const other = (text: string) => text.replaceAll(id, own);
  return typeof body === 'string' ? other(body) : Buffer.from(other(body.toString('latin1')), 'latin1');
}
const ownId = (place: number) => String(100000000100 + place);

describe('what spoils a row spoils no other', () => {
  let athena: LocalAthena;
  beforeAll(async () => {
    const odd = bodies.map(
      ([, body], place) => [`${day}/${ownId(place)}-Odd.csv`, of(ownId(place), body)] as const,
    );
    athena = await over({ ...good, ...Object.fromEntries(odd) });
  });

  test.each(bodies.map(([name, , users, unreadable], place) => [name, place, users, unreadable] as const))(
    '%s',
    async (_name, place, users, unreadable) => {
      expect(await usersOf(athena, ownId(place))).toEqual(['a-first', ...users, 'z-last'].sort());
      const { rows } = await athena.query(
        `SELECT unreadable_rows FROM coverage WHERE account_id = '${ownId(place)}' AND report_date = DATE '2026-11-22'`,
      );
      expect(rows).toEqual([[unreadable]]);
    },
  );

  test('not that of another account', async () => {
    expect(await usersOf(athena, '100000000001')).toEqual(['anna']);
  });
});

test('a path keeps its backslashes, quoted or not', async () => {
  const arn = `arn:aws:iam::${id}:user/a\\b\\\\c\\"d/odd`;
  const athena = await over({
    [key]: lines(
      odd.replace(/arn[^,]*/, `"${arn.replace('"', '""')}"`),
      odd.replace('user/odd', 'user/\\x/odd'),
    ),
  });
  const { rows } = await athena.query(`SELECT arn FROM user_credential WHERE user_name = 'odd' ORDER BY 1`);
  expect(rows).toEqual([[`arn:aws:iam::${id}:user/\\x/odd`], [arn]].sort());
});

/** Objects of which no row is anybody's, with how many rows there are. */
const objects: [name: string, key: string, body: string | Buffer, rows: number][] = [
  ['binary', key, Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)), 8],
  ['nothing', key, '', 0],
  ['a header alone', key, header, 0],
  ['a name that is not encoded', `${day}/${id}-=ZZ.csv`, lines(odd), 3],
  ['a name with wildcards', `${day}/${id}-*[x]?.csv`, lines(odd), 3],
  ['rows that name another account', key, report('100000000001', { user: 'x' }, { user: 'y' }), 2],
  ['a deeper path', `${day}/${id}-/100000000001-Good.csv`, report('100000000001', { user: 'x' }), 1],
];

describe('an object that is no report speaks for nobody', () => {
  let athena: LocalAthena;
  beforeAll(async () => {
    const odd = objects.map(
      ([, at, body], place) => [at.replace(id, ownId(place)), of(ownId(place), body)] as const,
    );
    athena = await over({ ...good, ...Object.fromEntries(odd) });
  });

  test.each(objects.map(([name, , , count], place) => [name, place, count] as const))(
    '%s',
    async (_name, place, count) => {
      const { rows } = await athena.query(
        `SELECT count(*) AS n FROM credential_report WHERE "$path" LIKE '%/${ownId(place)}-%'`,
      );
      expect(rows).toEqual([[count]]);
    },
  );

  test('beside the account that has one', async () => {
    const { rows } = await athena.query('SELECT account_id, user_name FROM user_credential');
    expect(rows).toEqual([['100000000001', 'anna']]);
  });
});

test('tells each object of which a line that needs a parser cannot be read, once', async () => {
  const athena = await over({
    ...good,
    [key]: lines(odd.replace('odd,', '"odd,')),
    [`${day}/100000000003-Fine.csv`]: report('100000000003', { user: 'a,b' }),
    [`${day}/100000000004-Empty.csv`]: '',
    [`${day}/100000000005-=ZZ.csv\u00ff`]: report('100000000005', { user: 'x' }),
  });
  await athena.query('SELECT * FROM user_credential');
  await athena.query('SELECT count(*) AS n FROM user_credential');
  expect(athena.warnings).toEqual([
    `${day}/100000000004-Empty.csv: left out, empty`,
    `${key}: not every row can be read`,
    `${day}/100000000005-=ZZ.csv\u00ff: not every row can be read`,
  ]);
});

test('an object that cannot be opened counts as a row that cannot be read', async () => {
  const folder = storedObjects(good);
  symlinkSync('/nowhere/at-all', join(folder, key));
  const athena = await openLocalAthena({ dataFolder: folder, now: longAfter });
  opened.push(athena);
  expect(await usersOf(athena, '100000000001')).toEqual(['anna']);
  expect(
    (await athena.query(`SELECT unreadable_rows FROM coverage WHERE account_id = '${id}'`)).rows,
  ).toEqual([[1]]);
  expect(athena.warnings).toEqual([expect.stringMatching(new RegExp(`^${key}: left out, ENOENT`))]);
});

test('lines of a text table are cut as LazySimpleSerDe cuts them', async () => {
  const run = (account: string, more = '') =>
    `${JSON.stringify({ account_id: account, status: 'failed' })}${more}`;
  const at = (account: string) => `collection-runs/2026/11/22/${account}.json`;
  const athena = await over({
    [at('100000000001')]: `${run('100000000001')}\r\n`,
    [at('100000000002')]: `\n${run('100000000002', '\u0001{"account_id"')}\n\n`,
    [at('100000000003')]: `\\N\n${run('100000000003')}`,
    [at('100000000004')]: Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.from(run('100000000004'))]),
  });
  expect((await athena.query('SELECT account_id FROM collection_run ORDER BY 1')).rows.flat()).toEqual([
    '100000000001',
    '100000000002',
    '100000000003',
    '100000000004',
  ]);
  const { rows } = await athena.query(
    `SELECT substr("$path", -17, 12) AS account, line FROM collection_run_line WHERE line IS NULL OR line NOT LIKE '{%' ORDER BY 1`,
  );
  expect(rows).toEqual([
    ['100000000002', ''],
    ['100000000002', ''],
    ['100000000003', null],
    ['100000000004', '\ufffd'],
  ]);
});
