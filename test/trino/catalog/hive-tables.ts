import { join } from 'node:path';
import { tableFiles } from '../../../athena-ddl/sql-files';
import { runTool } from '../toolchain/run-tool';
import type { Toolchain } from '../toolchain/toolchain';

interface HiveColumn {
  readonly name: string;
  readonly type: string;
}

/** A table as Hive's parser reads its statement. */
export interface HiveTable {
  readonly name: string;
  readonly external: boolean;
  readonly comment: string | null;
  readonly columns: readonly HiveColumn[];
  readonly partitionKeys: readonly HiveColumn[];
  /** A statement over Parquet names none. */
  readonly serde?: string;
  readonly serdeParameters?: Readonly<Record<string, string>>;
  readonly format: string;
  readonly location: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The tables of `athena-ddl/tables`, each statement read by Hive's own parser; placeholders are still in them.
 * @throws Error with Hive's message when it refuses a statement
 */
export async function readHiveTables({
  python,
  javaLibrary,
  hiveJars,
}: Toolchain): Promise<readonly HiveTable[]> {
  const script = join(__dirname, 'hive_tables.py');
  const input = JSON.stringify(tableFiles().map(({ text }) => text));
  const output = await runTool(python, [script, javaLibrary, ...hiveJars], { minutes: 5, input });
  return JSON.parse(output) as readonly HiveTable[];
}
