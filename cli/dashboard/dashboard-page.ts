import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPageData } from '../../dashboards/page-data';
import { renderPage } from '../../dashboards/page/render-page';
import type { LocalAthena } from '../../local/athena';
import { CommandError } from '../command-error';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { writeWhole } from '../output/write-whole';

/** Views that several of the page's queries read, each after those that it reads. */
const askedOften = [
  'latest_coverage',
  'latest_finding',
  'latest_control_result',
  'latest_daily_summary',
  'recent_credential_change',
];

/**
 * Asks everything that the page shows.
 * @param days how far back the trend goes
 * @param asked is called after each query
 */
export async function dashboardPage(
  athena: LocalAthena,
  days: number,
  asked: () => void = () => undefined,
): Promise<string> {
  const ask = async (sql: string) => {
    const answer = await athena.query(sql);
    asked();
    return answer;
  };
  for (const view of askedOften) await athena.makeOnce(view);
  return renderPage(await readPageData(ask, athena.asOf, days));
}

/**
 * Writes the page; folders above the file are made.
 * @throws CommandError when the file cannot be written
 */
export async function writePage(page: string, file: string): Promise<void> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    await writeWhole(file, page);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`cannot write ${file}: ${messageOf(error)}`);
  }
}
