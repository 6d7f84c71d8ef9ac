import { openLocalAthena } from '../../local/athena';
import type { ResultStyle } from '../output/result-text';
import { startProgress } from '../progress';
import type { Terminal } from '../terminal';
import { accountsChapter } from './chapters/accounts-chapter';
import type { Chapter } from './chapters/chapter';
import { commandsChapter } from './chapters/commands-chapter';
import { dashboardChapter } from './chapters/dashboard-chapter';
import { digestChapter } from './chapters/digest-chapter';
import { silenceChapter } from './chapters/silence-chapter';
import { trendChapter } from './chapters/trend-chapter';
import { useChapter } from './chapters/use-chapter';
import { collectDays } from './collect-days';
import { demoDays, lastDay } from './days';
import { writeExceptions } from './exceptions';
import { demoOrganization } from './organization';
import { prepareOutputFolder } from './output-folder';
import { writeTrail } from './trail/write-trail';

const chapters: readonly Chapter[] = [
  accountsChapter,
  silenceChapter,
  trendChapter,
  digestChapter,
  dashboardChapter,
  useChapter,
  commandsChapter,
];

/**
 * Lives through the demo's days and tells what came out.
 * @throws CommandError for a folder that holds something else
 */
export async function runDemo(folder: string, terminal: Terminal): Promise<void> {
  prepareOutputFolder(folder);
  const accounts = demoOrganization.accounts.length;
  terminal.note(
    `${accounts} accounts over ${demoDays.length} days, collected by the Lambda artifact itself\n`,
  );
  const progress = startProgress(terminal, 'day', demoDays.length);
  await collectDays(folder, demoDays, (day) => progress.step(day));
  progress.end();
  writeExceptions(folder);
  writeTrail(folder);

  const athena = await openLocalAthena({ dataFolder: folder, now: () => new Date(`${lastDay}T12:00:00Z`) });
  try {
    const screen = terminal.screen();
    const style: ResultStyle = { format: 'table', raw: false, ...(screen === undefined ? {} : { screen }) };
    await athena.makeOnce('coverage');
    for (const chapter of chapters) terminal.out(`\n${await chapter({ folder, athena, style })}`);
  } finally {
    athena.close();
  }
}
