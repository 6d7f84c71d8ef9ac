import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPageData } from '../../dashboards/page-data';
import { renderPage } from '../../dashboards/page/render-page';
import type { ConsoleAccess } from '../../lambda/shared/text/console-address';
import type { LocalAthena } from '../../local/athena';
import { CommandError } from '../command-error';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { writeWhole } from '../output/write-whole';

/** Views that several of the page's queries read, or that other commands ask too, each after those that it reads. */
const askedOften = [
  'latest_coverage',
  'z_latest_finding',
  'latest_finding',
  'latest_control_result',
  'latest_daily_summary',
  'latest_user_credential',
  'latest_key_triage',
  'recent_coverage',
  'recent_credential_change',
];

/**
 * Asks everything that the page shows.
 * @param days how far back the trend goes
 * @param asked is called after each query
 * @param access how its links open users in the console. @default in whichever account the reader is signed in to
 */
export async function dashboardPage(
  athena: LocalAthena,
  days: number,
  asked: () => void = () => undefined,
  access?: ConsoleAccess,
): Promise<string> {
  const ask = async (sql: string) => {
    const answer = await athena.query(sql);
    asked();
    return answer;
  };
  for (const view of askedOften) await athena.makeOnce(view);
  return renderPage(await readPageData(ask, athena.asOf, days), access);
}

/**
 * Makes the folders above a file and asks whether it can be written there, before a page is made in vain.
 * @throws CommandError when it cannot
 */
export function makePlace(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/**
 * Writes the page into a folder that is there.
 * @throws CommandError when the file cannot be written
 */
export async function writePage(page: string, file: string): Promise<void> {
  try {
    await writeWhole(file, page);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  return new CommandError(`cannot write ${file}: ${messageOf(error)}`);
}
