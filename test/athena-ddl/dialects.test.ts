import { dashboardQueries, functionQueries, savedQueries, viewFiles } from '../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { report, storedObjects } from '../local/athena/stored-objects';

/** Two of everything that an order could leave open: users, credentials of a user, changes of a day, exceptions. */
const account = '100000000007';
const set = '2026-01-01T00:00:00Z';
const keys = {
  access_key_1_active: 'true',
  access_key_1_last_rotated: set,
  access_key_2_active: 'true',
  access_key_2_last_rotated: set,
  cert_1_active: 'true',
  cert_1_last_rotated: set,
  cert_2_active: 'true',
  cert_2_last_rotated: set,
};
const password = { password_enabled: 'true', password_last_changed: set };
const rows = (more: object) => ['anna', 'ben', '<root_account>'].map((user) => ({ user, ...more }));
const objects = Object.fromEntries(
  [account, '100000000008'].flatMap((id) => [
    [`credential-reports/2026/11/21/${id}-Name.csv`, report(id, ...rows({}))] as const,
    [`credential-reports/2026/11/22/${id}-Name.csv`, report(id, ...rows({ ...keys, ...password }))] as const,
  ]),
);
const exceptions = ['first', 'second', 'second'].map(
  (reason) => `${account},anna,key-rotation,${reason},security@example.com,2026-11-25`,
);

let athena: LocalAthena;
beforeAll(async () => {
  const header = 'account_id,user_name,control,reason,approved_by,expires_on';
  athena = await openLocalAthena({
    dataFolder: storedObjects({
      ...objects,
      'exceptions/exceptions.csv': [header, ...exceptions].join('\n'),
    }),
  });
});
afterAll(() => athena.close());

const queries = [...savedQueries(), ...functionQueries(), ...dashboardQueries()];
const files = [...viewFiles(), ...queries].map((file) => [file.name, file.text] as const);
const code = (text: string) => text.replaceAll(/'(?:[^']|'')*'|--.*$/gm, "''");

test.each(files)('%s divides by no decimal: Athena would round to its places', (_name, text) => {
  expect(code(text)).not.toMatch(/\d\.\d/);
});

const ordered = queries.flatMap(({ name, text }) => {
  const [, body, order] = /^([^]*)\nORDER BY([^]*?)(?:\nLIMIT \d+)?$/.exec(text) ?? [];
  return body === undefined || order === undefined ? [] : [[name, body, order] as const];
});

test('every query with more than a row has an order', () => {
  const names = ordered.map(([name]) => name);
  expect(queries.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([
    'digest_coverage',
  ]);
});

test.each(ordered)('the order of %s leaves nothing open', async (_name, body, order) => {
  // Of what the query answers: an alias of a table stands for it, and a severity for its rank.
  const wanted = order
    .replaceAll(/\b[a-z]+\.(?=[a-z_]+)/g, '')
    .replaceAll(/min\(severity_rank\)|severity_rank/g, 'severity')
    .replaceAll(/ (?:DESC|ASC|NULLS (?:FIRST|LAST))\b/g, '');
  const { rows } = await athena.query(
    `WITH answer AS MATERIALIZED (${body})
     SELECT
       (SELECT count(*) FROM (SELECT DISTINCT ${wanted} FROM answer) AS one) AS in_order,
       (SELECT count(*) FROM (SELECT DISTINCT * FROM answer) AS other) AS in_all`,
  );
  const [[inOrder, inAll] = []] = rows;
  expect(inOrder).toBe(inAll);
});
