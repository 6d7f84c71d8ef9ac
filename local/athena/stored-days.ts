import { daysBack } from '../../lambda/report/days-before';
import type { DataFolder } from './data-folder';
import { historyKeys } from './history-file';
import { historyTableOf, isLineTable, type TableDefinition } from './table-definition';

/** Where a folder has the rows of a table's day. */
export interface StoredDay {
  /** Keys of its objects, which are the truth. */
  readonly objects: readonly string[];
  /** Keys of its file of the history and of the manifest; of a day that has objects none. */
  readonly history: readonly string[];
  /**
   * Whether a day without either had none. A folder that holds objects of the days around holds all that was handed in; of one that
   * holds history alone nobody knows.
   */
  readonly isWhole: boolean;
}

/** The days of a folder (`yyyy/MM/dd`), in objects, in history, or in both. */
export class StoredDays {
  /** Every day of the calendar from the first that is opened to the one that is today. */
  readonly calendar: readonly string[];
  private readonly open: readonly string[];
  private readonly sources: readonly TableDefinition[];
  private readonly hasHistory: boolean;
  private readonly holding = new Map<string, boolean>();
  private readonly known = new Map<string, StoredDay>();

  /** @param days ISO days that may be opened, sorted */
  constructor(
    private readonly folder: DataFolder,
    tables: readonly TableDefinition[],
    days: readonly string[],
    asOf: string,
  ) {
    this.open = days.map((day) => day.replaceAll('-', '/'));
    this.calendar = daysBack(new Date(asOf), new Date(days[0] ?? asOf)).toReversed();
    this.sources = tables.filter((table) => historyTableOf(table, tables) !== undefined);
    this.hasHistory = tables.some(
      (table) => !isLineTable(table) && folder.days(table.prefix).days.length > 0,
    );
  }

  /** Where a day lies, as it was when it was first asked for. */
  of(table: TableDefinition, dt: string): StoredDay {
    const name = `${table.prefix}/${dt}`;
    const day = this.known.get(name) ?? this.look(table, dt);
    this.known.set(name, day);
    return day;
  }

  private look(table: TableDefinition, dt: string): StoredDay {
    const last = this.open.at(-1) ?? '';
    // What was not asked for is not looked at.
    if (dt > last) return { objects: [], history: [], isWhole: true };
    const objects = this.folder.objects(`${table.prefix}/${dt}`);
    const history = objects.length > 0 ? [] : historyKeys(this.folder, table, dt);
    return { objects, history, isWhole: !this.hasHistory || this.isAmongObjects(dt) };
  }

  private isAmongObjects(dt: string): boolean {
    const around = [this.open.findLast((day) => day <= dt), this.open.find((day) => day >= dt)];
    return around.every((day) => day === undefined || this.holdsObjects(day));
  }

  private holdsObjects(dt: string): boolean {
    const known = this.holding.get(dt);
    if (known !== undefined) return known;
    const holds = this.sources.some(({ prefix }) => this.folder.objects(`${prefix}/${dt}`).length > 0);
    this.holding.set(dt, holds);
    return holds;
  }
}
