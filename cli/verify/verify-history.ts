import { composeDay } from '../../lambda/history/compose-day';
import { parseManifest, type Manifest } from '../../lambda/history/manifest';
import { readDigests } from '../../lambda/history/read-parquet';
import { differences, type RowsDigest } from '../../lambda/history/row-digests';
import { historyKey, historyPrefix, manifestKey } from '../../lambda/report/history-key';
import {
  historyColumns,
  historySources,
  markerPath,
  type HistorySource,
} from '../../lambda/report/history-source';
import { sha256Of } from '../../lambda/report/sha256';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import type { DataFolder } from '../../local/athena/data-folder';
import { bucketUrl } from '../../local/athena/external-table';
import { folderStore } from '../history/folder-store';
import { manifestProblems } from './manifest-problems';
import type { Problem } from './problem';
import type { StartProgress } from './start-progress';

/** The history of a folder, held against its objects. */
export interface VerifiedHistory {
  /** Files of days. */
  readonly files: number;
  readonly problems: readonly Problem[];
}

/** Files that take longer than a moment to verify. */
const manyFiles = 100;

/** @param isChosen whether an ISO day was asked for */
export async function verifyHistory(
  folder: DataFolder,
  isChosen: (day: string) => boolean,
  now: Date,
  startProgress: StartProgress,
): Promise<VerifiedHistory> {
  const today = now.toISOString().slice(0, 10);
  const problems: Problem[] = [];
  const files = historySources.flatMap((source) => {
    const { days, others } = folder.days(historyPrefix(source.name));
    problems.push(...others.map((object) => ({ object, problem: 'is no day of the history' })));
    return days.filter(isChosen).map((isoDay) => ({ source, isoDay, day: isoDay.replaceAll('-', '/') }));
  });
  const progress = startProgress(files.length, manyFiles);
  for (const { source, isoDay, day } of files) {
    const key = historyKey(source.name, day);
    problems.push(...strangers(folder, source, day));
    if (isoDay >= today) problems.push({ object: key, problem: 'is of a day that is not over' });
    else problems.push(...(await verifyDay(folder, source, day).catch(failed(key))));
    progress.step(key);
  }
  progress.end();
  return { files: files.length, problems };
}

/** Athena would read them as rows of the day. */
function strangers(folder: DataFolder, { name }: HistorySource, day: string): Problem[] {
  return folder
    .objects(`${historyPrefix(name)}/${day}`)
    .filter((key) => key !== historyKey(name, day))
    .map((object) => ({ object, problem: 'is no file of the history' }));
}

async function verifyDay(
  folder: DataFolder,
  source: HistorySource,
  day: string,
): Promise<readonly Problem[]> {
  const store = folderStore(folder, bucketUrl);
  const [key, said] = [historyKey(source.name, day), manifestKey(source.name, day)];
  const [file, stored] = [await store.read(key), await store.read(said)];
  if (stored === undefined) return [{ object: said, problem: 'is missing beside its file' }];
  const manifest = parseManifest(stored);
  if (manifest === undefined) return [{ object: said, problem: 'is no manifest of the history' }];
  if (file === undefined) return [{ object: key, problem: 'is missing beside its manifest' }];
  const fit = fileProblem(manifest, file, key);
  if (fit !== undefined) return [{ object: key, problem: fit }];
  const found = await readDigests(file, historyColumns(source));
  const url = urlOf(found);
  const composed = await composeDay({ ...store, url }, source, day);
  const different = [...differences(composed.digests, found)].map(([path, problem]) => ({
    object: path.startsWith(url) ? path.slice(url.length) : key,
    problem: path === markerPath ? `${key} does not say once that the day is written` : `${problem} (${key})`,
  }));
  return [...different, ...manifestProblems(manifest, composed.manifest, said)];
}

function fileProblem(manifest: Manifest, file: Uint8Array, key: string): string | undefined {
  if (manifest.key !== key) return `its manifest is of ${manifest.key}`;
  if (manifest.bytes !== file.length)
    return `its manifest says ${manifest.bytes} bytes, the file has ${file.length}`;
  const sha256 = sha256Of(file);
  if (manifest.sha256 !== sha256)
    return `its manifest says sha256 ${manifest.sha256}, the file has ${sha256}`;
  return undefined;
}

/** In a copy of the bucket paths begin with the bucket's name. */
function urlOf(found: ReadonlyMap<string, RowsDigest>): string {
  for (const path of found.keys()) {
    const [url] = /^s3:\/\/[^/]+\//.exec(path) ?? [];
    if (url !== undefined) return url;
  }
  return bucketUrl;
}

function failed(object: string): (error: unknown) => readonly Problem[] {
  return (error) => [{ object, problem: `cannot be verified: ${messageOf(error)}` }];
}
