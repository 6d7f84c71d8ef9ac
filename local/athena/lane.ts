import type { DuckDBConnection } from '@duckdb/node-api';
import type { AnswerKeys } from './answer-keys';
import { catalog } from './catalog';
import type { DataFolder } from './data-folder';
import type { DayKeys } from './day-key';
import { ExternalTables } from './external-tables';
import { KeptDays } from './kept-days';
import type { KeptStore } from './kept-store';
import { setToday } from './macros';
import { OpenDays } from './open-days';
import type { PartitionPlanner } from './partition-plan';
import type { PartitionPlan } from './planned-days';
import type { StoredDays } from './stored-days';
import type { TableDefinition } from './table-definition';

/** What the lanes of an engine share. */
export interface LaneTools {
  /** Of DuckDB: with the same ones, lanes share an instance, and with it a limit of memory. */
  readonly settings: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly now: Date;
  readonly folder: DataFolder;
  readonly definitions: readonly TableDefinition[];
  readonly stored: StoredDays;
  readonly keys: DayKeys;
  readonly answerKeys: AnswerKeys;
  readonly store: KeptStore;
  readonly planner: PartitionPlanner;
  readonly dayPlanner: PartitionPlanner | undefined;
  /** Takes warnings. */
  readonly note: (warnings: readonly string[]) => void;
}

/** A connection with tables of its own over the folder, in which days are opened and their rows made. */
export class Lane {
  private constructor(
    readonly connection: DuckDBConnection,
    readonly opened: OpenDays,
    readonly keptDays: KeptDays,
  ) {}

  /** @param other makes rows beside this one. @default nobody */
  static async open(tools: LaneTools, other?: () => Promise<Lane>): Promise<Lane> {
    const { asOf, folder, definitions, stored, store } = tools;
    const connection = await catalog.connect(tools.settings);
    // As in Athena, where a whole number divided by another is one too.
    await connection.run('SET integer_division = true');
    // Rows of days go to their files when so many are held back, a fifth of the default.
    await connection.run('SET partitioned_write_flush_threshold = 100000');
    await setToday(connection, asOf, tools.now);
    const tables = await ExternalTables.create(connection, folder, definitions, stored);
    const sources = { definitions, stored, tables, keys: tools.keys };
    const twin = other && (async () => (await other()).opened);
    const opened = new OpenDays(connection, sources, store, tools.note, twin);
    const keptDays = new KeptDays(connection, {
      keys: tools.answerKeys,
      store,
      planner: tools.planner,
      dayPlanner: tools.dayPlanner,
      open: (statement: string, plan: PartitionPlan) => opened.open(statement, plan),
      other: other && (async () => (await other()).keptDays),
      asOf,
    });
    return new Lane(connection, opened, keptDays);
  }
}

/** The lane in which questions are asked, and another one, opened where there is much to make. */
export class Lanes {
  private constructor(
    readonly first: Lane,
    private readonly opened: readonly Lane[],
  ) {}

  static async open(tools: LaneTools): Promise<Lanes> {
    const opened: Lane[] = [];
    let opening: Promise<Lane> | undefined;
    const openSecond = async () => {
      const lane = await Lane.open(tools);
      opened.push(lane);
      return lane;
    };
    const second = () => (opening ??= openSecond());
    const first = await Lane.open(tools, second);
    opened.push(first);
    return new Lanes(first, opened);
  }

  interrupt(): void {
    for (const { connection } of this.opened) connection.interrupt();
  }

  close(): void {
    for (const { connection } of this.opened) connection.closeSync();
  }
}
