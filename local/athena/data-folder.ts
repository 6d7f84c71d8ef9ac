import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isCalendarDay } from '../../lambda/report/calendar-day';
import { DataFolderError } from './errors';
import { isFolderMarker, isPassedOver } from '../../lambda/report/passed-over';

/** What lies below a prefix in the place of a day. */
export interface DayFolders {
  /** ISO days, sorted. */
  readonly days: readonly string[];
  /** Keys of folders and files that are no day of the calendar: no query sees what is in them. */
  readonly others: readonly string[];
}

/** A folder laid out as the bucket: `<prefix>/YYYY/MM/DD/<object>`. */
export class DataFolder {
  readonly root: string;

  /** @param lists files of the machine that stand in place of all that lies below a prefix. @default none */
  constructor(
    folder: string,
    private readonly lists: Readonly<Record<string, string>> = {},
  ) {
    this.root = resolve(folder).replaceAll('\\', '/');
    if (!existsSync(this.root)) throw new DataFolderError(`the data folder ${this.root} does not exist`);
  }

  days(prefix: string): DayFolders {
    let folders = [prefix];
    const others: string[] = [];
    for (const digits of [4, 2, 2]) {
      const entries = folders.flatMap((folder) => this.entries(folder));
      folders = [];
      for (const { key, name, isFolder } of entries) {
        const numbered = isFolder && name.length === digits && /^\d+$/.test(name);
        (numbered ? folders : others).push(key);
      }
    }
    const dayOf = (key: string) => key.slice(prefix.length + 1).replaceAll('/', '-');
    return {
      days: folders.map(dayOf).filter(isCalendarDay).sort(),
      others: [...others, ...folders.filter((key) => !isCalendarDay(dayOf(key)))].sort(),
    };
  }

  /** Keys of the objects below a path, however deep, as Athena finds them. */
  objects(path: string): readonly string[] {
    const list = this.lists[path];
    if (list !== undefined) return [`${path}/${basename(list)}`];
    return this.entries(path).flatMap(({ key, isFolder }) => (isFolder ? this.objects(key) : key));
  }

  /** Whether there is an object below a path that has content. */
  holdsObjects(path: string): boolean {
    return this.objects(path).some((key) => {
      const found = statSync(this.pathOf(key), { throwIfNoEntry: false });
      return found !== undefined && found.size > 0;
    });
  }

  /** Where an object lies on this machine. */
  pathOf(key: string): string {
    const list = this.lists[key.slice(0, key.indexOf('/'))];
    return list === undefined ? join(this.root, key) : resolve(list);
  }

  /** Whether a file lies where a folder belongs: its key lies in no folder, so no query sees it. */
  isFile(path: string): boolean {
    return statSync(join(this.root, path), { throwIfNoEntry: false })?.isFile() ?? false;
  }

  /** By name, without what is none of the data. */
  private entries(path: string): readonly Entry[] {
    const folder = join(this.root, path);
    if (!existsSync(folder) || this.isFile(path)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter(
        ({ name }) => !isPassedOver(name) && !isFolderMarker(name, () => statSync(join(folder, name)).size),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({
        key: `${path}/${entry.name}`,
        name: entry.name,
        isFolder: isFolder(entry, folder),
      }));
  }
}

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly isFolder: boolean;
}

/** A link counts as what it leads to. */
function isFolder(entry: Dirent, folder: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}
