import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { macros } from '../../../local/athena/macros';

test("docs/extending.md names the functions that are put in the place of DuckDB's, and no other", () => {
  const page = readFileSync(join(__dirname, '../../../docs/extending.md'), 'utf8');
  const [table = ''] = /^\| function [^]*?\n\n/m.exec(page) ?? [];
  const rows = table.split('\n').slice(2);
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  const made = macros().map((macro) => /^CREATE MACRO (\w+)/.exec(macro)?.[1]);
  expect(named.sort()).toEqual(made.sort());
});
