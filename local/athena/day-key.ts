import { readFileSync, statSync } from 'node:fs';
import { version } from '@duckdb/node-api';
import { sha256Of } from '../../lambda/report/sha256';
import type { DataFolder } from './data-folder';
import { macros } from './macros';
import type { StoredDay, StoredDays } from './stored-days';
import type { LineTable } from './table-definition';

/** What the rows of a day are made of, so that rows to make are known from those that are kept. */
export interface DayKey {
  readonly key: string;
  /** Whether no object can change any more without its times telling: file systems count time in steps. */
  readonly isSettled: boolean;
  readonly isEmpty: boolean;
  /** Of its objects, or of its file of the history. */
  readonly bytes: number;
  /** Of a day that is empty: whether it had nothing. */
  readonly isWhole: boolean;
}

/** Longest step in which a file system counts time, in milliseconds: FAT's two seconds. */
const timeStep = 2000;

/** Of the code that reads objects, which a bundle has in this file. */
let code: string | undefined;

/** What makes rows of objects: the statements, the engine below them, and the code. */
export function makerKey(...statements: readonly string[]): string {
  code ??= sha256Of(readFileSync(__filename));
  return sha256Of(JSON.stringify([code, version(), ...macros(), ...statements]));
}

/** Tells the days of a folder by what lies there. A run looks at each day once. */
export class DayKeys {
  private readonly known = new Map<string, DayKey>();

  constructor(
    private readonly folder: DataFolder,
    private readonly stored: StoredDays,
    private readonly now: Date,
  ) {}

  /** @param dt `yyyy/MM/dd`; none of a table without days */
  of(table: LineTable, dt: string): DayKey {
    const name = `${table.prefix}/${dt}`;
    const key = this.known.get(name) ?? this.look(this.lying(table, dt));
    this.known.set(name, key);
    return key;
  }

  private lying(table: LineTable, dt: string): StoredDay {
    if (table.partitioned) return this.stored.of(table, dt);
    return { objects: this.folder.objects(table.prefix), history: [], isWhole: true };
  }

  /** By the key of each object, or file of the history, its place, size and times, as version control tells what changed. */
  private look({ objects, history, isWhole }: StoredDay): DayKey {
    let newest = 0;
    let bytes = 0;
    const now = this.now.getTime();
    const keys = [...objects, ...history];
    const files = keys.map((key) => {
      const found = statSync(this.folder.pathOf(key), { bigint: true, throwIfNoEntry: false });
      newest = Math.max(newest, found === undefined ? now : Number(found.ctimeMs));
      bytes += Number(found?.size ?? 0);
      return found === undefined ? key : [key, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
    });
    return {
      key: sha256Of(JSON.stringify(files)),
      isSettled: newest < now - timeStep,
      isEmpty: keys.length === 0,
      bytes,
      isWhole,
    };
  }
}
