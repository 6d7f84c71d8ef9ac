import { readFileSync, statSync } from 'node:fs';
import { version } from '@duckdb/node-api';
import { sha256Of } from '../../lambda/report/sha256';
import type { DataFolder } from './data-folder';
import { macros } from './macros';

/** What the rows of a day are made of, so that rows to make are known from those that are kept. */
export interface DayKey {
  readonly key: string;
  /** Whether no object can change any more without its times telling: file systems count time in steps. */
  readonly isSettled: boolean;
  readonly isEmpty: boolean;
}

/** Longest step in which a file system counts time, in milliseconds: FAT's two seconds. */
const timeStep = 2000;

/** Of the code that reads objects, which a bundle has in this file. */
let code: string | undefined;

/** What makes rows of objects: the statement, the engine below it, and the code. */
export function makerKey(query: string): string {
  code ??= sha256Of(readFileSync(__filename));
  return sha256Of(JSON.stringify([code, version(), ...macros(), query]));
}

/** By the key of each object, or file of the history, its place, size and times, as version control tells what changed. */
export function dayKey(maker: string, folder: DataFolder, keys: readonly string[], now: number): DayKey {
  let newest = 0;
  const objects = keys.map((key) => {
    const found = statSync(folder.pathOf(key), { bigint: true, throwIfNoEntry: false });
    newest = Math.max(newest, found === undefined ? now : Number(found.ctimeMs));
    return found === undefined ? key : [key, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
  });
  const key = sha256Of(JSON.stringify([maker, ...objects])).slice(0, 32);
  return { key, isSettled: newest < now - timeStep, isEmpty: objects.length === 0 };
}
