/**
 * What Athena does in Glue's catalog with the permissions of whoever runs a statement, as its guide asks for it:
 * https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
 */

/** An action on a database or a table; Glue asks for it on everything above too. */
export interface GlueUse {
  readonly action: string;
  readonly database: string;
  readonly table?: string;
}

/** Whatever is run, Athena looks for the database `default`, and makes it where there is none. */
const always: readonly GlueUse[] = ['GetDatabase', 'GetDatabases', 'CreateDatabase'].map((action) => ({
  action,
  database: 'default',
}));

const kinds: readonly { readonly statement: RegExp; readonly actions: readonly string[] }[] = [
  {
    statement: /^CREATE EXTERNAL TABLE (?:IF NOT EXISTS )?`?(\w+)/i,
    actions: ['GetTables', 'GetTable', 'GetPartitions', 'CreateTable'],
  },
  // Hive's client asks for the partitions of any table, projected or not.
  {
    statement: /^DROP TABLE (?:IF EXISTS )?`?(\w+)/i,
    actions: ['GetTable', 'GetPartitions', 'GetPartition', 'DeletePartition', 'DeleteTable'],
  },
  { statement: /^CREATE OR REPLACE VIEW (\w+)/i, actions: ['GetTable', 'CreateTable', 'UpdateTable'] },
  { statement: /^DROP VIEW (?:IF EXISTS )?(\w+)/i, actions: ['GetTable', 'DeleteTable'] },
];

const reading = ['GetTable', 'GetTables', 'GetPartition', 'GetPartitions', 'BatchGetPartition'];

/** What a statement does in the catalog, whose database it names by the context alone. */
export function glueUses(sql: string, database: string): GlueUse[] {
  const text = sql.replace(/^(\s*--.*\n)+/, '').trim();
  const databaseUses = ['GetDatabase', 'GetDatabases'].map((action) => ({ action, database }));
  const known = kinds.find(({ statement }) => statement.test(text));
  const own = known?.statement.exec(text)?.[1];
  const tableUses =
    known === undefined || own === undefined
      ? readTables(text).flatMap((table) => reading.map((action) => ({ action, database, table })))
      : known.actions.map((action) => ({ action, database, table: own }));
  return [...always, ...databaseUses, ...tableUses];
}

/** Names behind FROM and JOIN; those of the query's own WITH are none of the catalog's. */
function readTables(sql: string): string[] {
  const own = [...sql.matchAll(/\b(\w+) AS \(/gi)].map(([, name = '']) => name);
  const named = [...sql.matchAll(/\b(?:FROM|JOIN) (\w+)/gi)].map(([, name = '']) => name);
  return [...new Set(named)].filter((name) => !own.includes(name));
}
