import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFiles, viewFiles } from '../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { longAfter, recordedReport, storedObjects } from '../local/athena/stored-objects';

const page = readFileSync(join(__dirname, '../../docs/data-dictionary.md'), 'utf8');
const described = new Map(
  page
    .split('\n### ')
    .slice(1)
    .map((section) => {
      const rows = [...section.matchAll(/^\| (\w+) +\| (\S+) +\| \S/gm)].slice(1);
      return [
        section.slice(0, section.indexOf('\n')),
        rows.map(([, name, type]) => `${name} ${type}`),
      ] as const;
    }),
);

/** Types as Athena names them. */
const athenaTypes: Readonly<Record<string, string>> = { HUGEINT: 'bigint', 'VARCHAR[]': 'array(varchar)' };

let athena: LocalAthena;
beforeAll(async () => {
  const key = 'credential-reports/2026/09/11/123456789012-Sandbox.csv';
  athena = await openLocalAthena({
    dataFolder: storedObjects({ [key]: recordedReport('live-2026-09-11') }),
    now: longAfter,
  });
});
afterAll(() => athena.close());

const names = [...tableFiles(), ...viewFiles()].map(({ name }) => name);

test.each(names)('describes the columns of %s', async (name) => {
  const { columns } = await athena.query(`SELECT * FROM ${name} LIMIT 0`);
  const real = columns.filter((column) => column.name !== '$path');
  expect(described.get(name)).toEqual(
    real.map((column) => `${column.name} ${athenaTypes[column.type] ?? column.type.toLowerCase()}`),
  );
});

test('describes nothing else', () => {
  expect([...described.keys()].sort()).toEqual([...names].sort());
});
