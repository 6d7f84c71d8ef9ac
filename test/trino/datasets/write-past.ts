import { historySources } from '../../../lambda/report/history-source';
import { DataFolder } from '../../../local/athena/data-folder';
import { writeHistory } from '../../local/athena/history-folder';

/** More days back than any dataset has; who invents a day far away gets no year of files. */
const mostDays = 450;

/**
 * Writes the history that a bucket has on a day: of every day before it, from the first with an object on, and of every source.
 * @param today ISO day
 */
export async function writePast(folder: string, bucket: string, today: string): Promise<void> {
  const all = calendarBefore(today);
  const held = new Set(historySources.flatMap(({ name }) => new DataFolder(folder).days(name).days));
  const first = all.findIndex((day) => held.has(day));
  if (first === -1) return;
  await writeHistory(
    folder,
    all.slice(first).map((day) => day.replaceAll('-', '/')),
    `s3://${bucket}/`,
  );
}

function calendarBefore(today: string): readonly string[] {
  return Array.from({ length: mostDays }, (_, index) =>
    new Date(Date.parse(today) - (mostDays - index) * 86_400_000).toISOString().slice(0, 10),
  );
}
