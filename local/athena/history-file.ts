import { existsSync, readFileSync } from 'node:fs';
import { fittingManifest } from '../../lambda/history/fitting-manifest';
import { parseManifest } from '../../lambda/history/manifest';
import { metadataOf } from '../../lambda/history/read-parquet';
import { historyKey, manifestKey } from '../../lambda/report/history-key';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import type { DataFolder } from './data-folder';
import type { TableDefinition } from './table-definition';

/** What the history has of a day: the key of a file that can be read, what its writer could not read, or why it counts as none. */
export type HistoryFile =
  | { readonly key: string; readonly unread: readonly string[]; readonly unreadKeys: readonly string[] }
  | { readonly key: string; readonly flaw: string };

/** Keys that are there of a day's file and its manifest. A day is `yyyy/MM/dd`. */
export function historyKeys(folder: DataFolder, { prefix }: TableDefinition, dt: string): readonly string[] {
  return [historyKey(prefix, dt), manifestKey(prefix, dt)].filter((key) => existsSync(folder.pathOf(key)));
}

/**
 * Holds a day's file against its manifest and its table: what is truncated, or comes from elsewhere, must not fail a question.
 * @param columns those of the table over the history
 */
export function historyFile(
  folder: DataFolder,
  { prefix }: TableDefinition,
  columns: readonly string[],
  dt: string,
): HistoryFile {
  const key = historyKey(prefix, dt);
  const file = readOwn(folder.pathOf(key));
  const fitting = fittingManifest(prefix, dt, {
    manifest: readOwn(folder.pathOf(manifestKey(prefix, dt))),
    file,
  });
  if ('why' in fitting) return { key, flaw: fitting.why };
  try {
    metadataOf(file ?? Buffer.of(), columns);
  } catch (error) {
    return { key, flaw: messageOf(error) };
  }
  const { not_read } = fitting.manifest;
  return {
    key,
    unread: not_read.map((input) => `${input.key}: left out, ${input.reason}`),
    unreadKeys: not_read.map((input) => input.key),
  };
}

/** Whether a day's manifest tells of an object: a day without any is written too. */
export function toldObjects(folder: DataFolder, source: string, dt: string): boolean {
  const manifest = readOwn(folder.pathOf(manifestKey(source, dt)));
  const manifested = manifest && parseManifest(manifest);
  return manifested ? manifested.inputs.length + manifested.not_read.length > 0 : false;
}

function readOwn(path: string): Uint8Array | null | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
