import { openLocalAthena, type LocalAthena } from '../../../local/athena';
import { recordedReport, report, storedObjects } from './stored-objects';

const opened: LocalAthena[] = [];
async function over(objects: Record<string, string | Buffer>, days?: { last: number }): Promise<LocalAthena> {
  const athena = await openLocalAthena({ dataFolder: storedObjects(objects), ...(days ? { days } : {}) });
  opened.push(athena);
  return athena;
}
afterAll(() => opened.forEach((athena) => athena.close()));

const day = 'credential-reports/2026/11/22';
const good = { [`${day}/100000000001-Good.csv`]: report('100000000001', { user: 'anna' }) };
const users = 'SELECT account_id, user_name FROM user_credential ORDER BY 1, 2';

test('shows a recorded report under the account name of its key', async () => {
  const athena = await over({
    [`${day}/123456789012-Sandbox=201.csv`]: recordedReport('live-2026-09-11'),
  });
  const { rows } = await athena.query(
    `SELECT account_name, user_name, mfa_active, password_last_used_raw, access_key_2_last_rotated_at
     FROM user_credential WHERE user_name LIKE '%-a-%' OR user_name LIKE '%-c-%' ORDER BY 2`,
  );
  expect(rows).toEqual([
    ['Sandbox 1', 'fixture-a-keys-new-inactive', false, 'N/A', '2026-09-11 13:14:53'],
    ['Sandbox 1', 'fixture-c-reset-required', false, 'no_information', null],
  ]);
});

test.each([
  [
    'broken UTF-8',
    `${day}/100000000002-Bad.csv`,
    Buffer.from(report('100000000002', { user: 'X' }).replace('X', '\u00ff'), 'latin1'),
  ],
  ['a 24th field', `${day}/100000000002-Bad.csv`, `${report('100000000002', { user: 'x' })},1,2`],
  [
    'an unclosed quote',
    `${day}/100000000002-Bad.csv`,
    report('100000000002', { user: 'x' }).replace('x,', '\"x,'),
  ],
  [
    'binary',
    `${day}/100000000002-Bad.csv`,
    Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)),
  ],
  ['an empty object', `${day}/100000000002-Bad.csv`, ''],
  ['a name that is not encoded', `${day}/100000000002-=ZZ.csv`, report('100000000002', { user: 'x' })],
  ['a name with wildcards', `${day}/100000000002-*.csv`, report('100000000002', { user: 'x' })],
  ['a row that names another account', `${day}/100000000002-Bad.csv`, report('100000000001', { user: 'x' })],
  ['a deeper path', `${day}/100000000002-/100000000001-Good.csv`, report('100000000001', { user: 'x' })],
])('the other accounts answer in spite of %s', async (_name, key, body) => {
  const athena = await over({ ...good, [key]: body });
  expect((await athena.query(users)).rows).toEqual([['100000000001', 'anna']]);
  const bad = await athena.query(
    'SELECT DISTINCT object_path FROM credential_report_row WHERE NOT is_readable',
  );
  expect(bad.rows.flat().map(String)).toEqual([expect.stringContaining(`${day}/100000000002-`)]);
});

test('opens the days asked for and no other', async () => {
  const athena = await over(
    { ...good, 'credential-reports/2026/11/21/100000000001-Good.csv': '"' },
    { last: 1 },
  );
  expect(athena.days).toEqual(['2026-11-22']);
  expect((await athena.query(users)).rows).toHaveLength(1);
  expect(athena.warnings).toEqual([]);
});

test('opens the days that a filter leaves and no other', async () => {
  const athena = await over({ ...good, 'credential-reports/2026/11/21/100000000001-Good.csv': '"' });
  const { rows } = await athena.query(`SELECT user_name FROM user_credential WHERE dt > '2026/11/21'`);
  expect(rows).toEqual([['anna']]);
  expect(athena.warnings).toEqual([]);
});

test("tells DuckDB's message and place of wrong SQL", async () => {
  const athena = await over(good);
  await expect(athena.query('SELECT usr_name FROM user_credential')).rejects.toMatchObject({
    name: 'QueryError',
    message: expect.stringMatching(/"usr_name" not found[^]*LINE 1: SELECT usr_name/) as string,
  });
});

test('names the folder and its days when there is nothing to open', async () => {
  await expect(openLocalAthena({ dataFolder: '/nowhere' })).rejects.toThrow('/nowhere does not exist');
  await expect(openLocalAthena({ dataFolder: storedObjects({}) })).rejects.toThrow(
    'credential-reports/YYYY/MM/DD/',
  );
  await expect(
    openLocalAthena({ dataFolder: storedObjects(good), days: { to: '2026-01-01' } }),
  ).rejects.toThrow('the folder has 1 days, 2026-11-22 to 2026-11-22');
});
