import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlRows, type ControlRow } from '../../scripts/docs/control-rows';
import { controlsPage } from '../../scripts/docs/controls-page';

let rows: readonly ControlRow[];
beforeAll(async () => {
  rows = await controlRows();
});

test('docs/controls.md says what the view control says; npm run docs writes it', () => {
  const page = readFileSync(join(__dirname, '../../docs/controls.md'), 'utf8');
  expect(page).toBe(controlsPage(page, rows));
});

test('a page without the heading of the controls is reported', () => {
  expect(() => controlsPage('# Controls\n', [])).toThrow('docs/controls.md has 0 headings');
});

test('every control has a section with its words', () => {
  const [one] = rows;
  if (one === undefined) throw new Error('no control');
  const page = controlsPage('## All controls\n', [{ ...one, cis_v7: '2.10', threshold_days: 45 }]);
  expect(page).toContain(`| 45   | 2.10    |`);
  expect(page).toContain(`### ${one.control}\n\n**${one.asks}** ${one.why}\n\nFirst: ${one.first_step}\n`);
});

/** Sentences that a person can act on, and a page of AWS. */
test('people find whole sentences and a page of AWS in every control', () => {
  const sentence = /^[A-Z].{19,}\.$/;
  const poor = rows.flatMap((row) =>
    [row.asks, row.why, row.first_step, row.if_it_breaks]
      .filter((text) => !sentence.test(text) || text.includes('N days') || text.length > 260)
      .map((text) => `${row.control}: ${text}`),
  );
  expect(poor).toEqual([]);
  expect(rows.filter(({ link }) => !/^https:\/\/docs\.aws\.amazon\.com\/[\w/-]+\.html$/.test(link))).toEqual(
    [],
  );
  expect(new Set(rows.map(({ why }) => why)).size).toBe(rows.length);
});
