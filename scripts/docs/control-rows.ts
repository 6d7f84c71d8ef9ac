import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defineQuestion, integer, nullable, text, type RowOf } from '../../athena-ddl/question';
import { readAnswer } from '../../athena-ddl/read-answer';
import { accountsKey } from '../../lambda/report/object-key';
import { openLocalAthena } from '../../local/athena';

const columns = {
  control: text(),
  severity: text(),
  threshold_days: nullable(integer()),
  cis_v7: nullable(text()),
  cis_v6: nullable(text()),
  cis_v5: nullable(text()),
  cis_v3: nullable(text()),
  security_hub: nullable(text()),
  asks: text(),
  why: text(),
  first_step: text(),
  if_it_breaks: text(),
  link: text(),
};

const controls = defineQuestion(
  'controls',
  `SELECT ${Object.keys(columns).join(', ')} FROM control ORDER BY severity_rank, control`,
  columns,
);

export type ControlRow = RowOf<typeof controls>;

/** The controls as they come, the most severe first: what the view `control` answers where no file changes any. */
export async function controlRows(): Promise<readonly ControlRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'controls-'));
  const list = join(dataFolder, accountsKey(new Date()));
  mkdirSync(dirname(list), { recursive: true });
  writeFileSync(list, '{}\n');
  try {
    const athena = await openLocalAthena({ dataFolder });
    try {
      return readAnswer(controls, await athena.query(controls.sql));
    } finally {
      athena.close();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
