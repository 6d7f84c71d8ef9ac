import { viewFiles } from '../../../athena-ddl/sql-files';
import type { LocalAthena } from '../../../local/athena';
import { openMonth, rowsByDays } from './month';

let athena: LocalAthena;
beforeAll(async () => {
  athena = await openMonth();
});
afterAll(() => athena.close());

const conditions = ["lower(dt) > '2026/11/27'", "report_date > current_date - interval '3' day"];
/** One row per account or finding, whatever its day. */
const dateless = ['left_account', 'z_finding_age'];
const views = viewFiles().filter(
  ({ name, text }) => text.includes('report_date') && !dateless.includes(name),
);

test.each(views.map(({ name }) => name))('the days opened for %s are all that it needs', async (view) => {
  for (const { condition, opened, all } of await rowsByDays(athena, view, conditions))
    expect({ condition, rows: opened }).toEqual({ condition, rows: all });
});
