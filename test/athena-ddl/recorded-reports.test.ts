import { parse } from 'csv-parse/sync';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { longAfter, recordedReport, storedObjects } from '../local/athena/stored-objects';

/** Account ids in the recorded reports' ARNs. */
const recorded = {
  'live-2026-09-11': '123456789012',
  'recorded-2017-02-22': '210987654321',
  'recorded-2019-root-key-active': '456789012345',
  'uppercase-booleans': '345678901234',
};

let athena: LocalAthena;
beforeAll(async () => {
  const keys = Object.entries(recorded).map(
    ([name, id]) => [`credential-reports/2026/11/22/${id}-${name}.csv`, recordedReport(name)] as const,
  );
  athena = await openLocalAthena({ dataFolder: storedObjects(Object.fromEntries(keys)), now: longAfter });
});
afterAll(() => athena.close());

const typed: Readonly<Record<string, readonly string[]>> = {
  user: ['user_name'],
  user_creation_time: ['user_created_at'],
  password_enabled: ['password_enabled', 'password_enabled_raw'],
  password_last_used: ['password_last_used_at', 'password_last_used_raw'],
  password_last_changed: ['password_last_changed_at', 'password_last_changed_raw'],
  password_next_rotation: ['password_next_rotation_at'],
  access_key_1_last_rotated: ['access_key_1_last_rotated_at'],
  access_key_1_last_used_date: ['access_key_1_last_used_at', 'access_key_1_last_used_raw'],
  access_key_2_last_rotated: ['access_key_2_last_rotated_at'],
  access_key_2_last_used_date: ['access_key_2_last_used_at', 'access_key_2_last_used_raw'],
  cert_1_last_rotated: ['cert_1_last_rotated_at'],
  cert_2_last_rotated: ['cert_2_last_rotated_at'],
};

test.each(Object.entries(recorded))('user_credential shows every value of %s', async (name, accountId) => {
  const { columns, rows } = await athena.query(
    `SELECT * FROM user_credential WHERE account_id = '${accountId}'`,
  );
  const shown = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, row[i]])));
  const report = parse(recordedReport(name), { columns: true }) as unknown as readonly Record<
    string,
    string
  >[];
  expect(shown.map(({ user_name }) => user_name).sort()).toEqual(report.map(({ user }) => user).sort());
  for (const line of report) {
    const row = shown.find(({ user_name }) => user_name === line.user);
    for (const [column, text] of Object.entries(line)) {
      for (const name of typed[column] ?? [column]) {
        expect([line.user, name, row?.[name]]).toEqual([line.user, name, valueOf(name, text)]);
      }
    }
  }
});

function valueOf(column: string, text: string): unknown {
  if (column.endsWith('_at')) return /^\d/.test(text) ? text.slice(0, 19).replace('T', ' ') : null;
  if (/_active$|_enabled$/.test(column)) return { true: true, false: false }[text.toLowerCase()] ?? null;
  return text;
}
