import { join } from 'node:path';
import type { DayRange } from '../local/athena/days';
import type { LocalAthena } from '../local/athena';
import { CommandError } from './command-error';
import { messageOf } from '../lambda/shared/runtime/message-of';
import { localFolder } from './local-folder';
import type { ListOptions } from './lists/list-options';
import { printable } from './output/printable';
import type { Terminal } from './terminal';

/** Which folder to ask, and from which day; what is left out is for the engine to choose. */
export interface DataRequest {
  readonly data: string;
  readonly days?: DayRange | undefined;
  readonly asOf?: string | undefined;
  /** Lists that count in place of the folder's. */
  readonly lists?: ListOptions;
}

/**
 * Opens a folder laid out as the bucket. The engine is loaded only now: other commands do without.
 * @throws CommandError naming the folder and what is wrong with it, and for a place in S3
 */
export async function openData(
  { data, days, asOf, lists }: DataRequest,
  terminal: Terminal,
): Promise<LocalAthena> {
  const dataFolder = localFolder(data);
  const { askedLists } = await import('./lists/asked-lists');
  const { keptFolder, openLocalAthena } = await import('../local/athena');
  return openLocalAthena({
    dataFolder,
    lists: askedLists(lists ?? {}),
    keepIn: join(data, keptFolder),
    now: terminal.now,
    ...(days === undefined ? {} : { days }),
    ...(asOf === undefined ? {} : { asOf }),
  }).catch((error: unknown) => {
    throw new CommandError(`cannot open ${data}: ${messageOf(error)}`);
  });
}

/** Tells what an answer had to leave out, each object once. */
export function writeWarnings({ warnings }: LocalAthena, { err }: Terminal): void {
  for (const warning of warnings) err(`warning: ${printable(warning)}\n`);
}

/** Tells of which days an answer is. */
export function writeAsOf({ asOf, days }: LocalAthena, { note }: Terminal): void {
  const opened =
    days.length === 1 ? `of ${days[0]}` : `of ${days.length} days from ${days[0]} to ${days.at(-1)}`;
  note(`as of ${asOf}, ${opened}\n`);
}
