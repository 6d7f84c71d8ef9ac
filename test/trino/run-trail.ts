import { trailViews } from '../../athena-ddl/sql-files';
import { EventTable, fileRows, useColumns } from '../../local/trail';
import { trailEvents, type FolderEvent } from './datasets/trail-events';
import type { Outcome } from './outcome';
import { trinoAnswer } from './sql/answer';
import { compareRows } from './sql/compare';
import type { Tier } from './tier';

const database = 'trail';

const columns = ['region', 'dt', ...useColumns] as const;

/**
 * Asks the views over a trail on both engines for what the demo's users did. The input format that unpacks CloudTrail's files
 * exists in Athena alone: here the table is a view of the same columns and types, over the events as they were written.
 */
export async function runTrail(tier: Tier, folder: string): Promise<readonly Outcome[]> {
  const events = await trailEvents(folder);
  await tier.catalog.create(database, { bucket: database, retentionDays: 120, today: '2026-11-22' });
  await tier.trino.run(database, eventView(events));
  for (const { text } of trailViews()) await tier.trino.run(database, text);
  const outcomes: Outcome[] = [];
  for (const account of new Set(events.map((event) => event.account))) {
    const sql = `SELECT ${columns.join(', ')} FROM credential_use WHERE account_id = '${account}'`;
    const trino = trinoAnswer(await tier.trino.run(database, sql), database);
    const local = await localRows(events, account, sql);
    outcomes.push({
      dataset: 'trail',
      statement: `use of ${account}`,
      rows: trino.rows.length,
      differences: compareRows(trino.rows, local, false),
    });
  }
  return outcomes;
}

async function localRows(events: readonly FolderEvent[], account: string, sql: string) {
  const table = await EventTable.open(account);
  try {
    for (const { region, record } of events.filter((event) => event.account === account))
      table.add(fileRows([record], region, account).rows);
    const rows = await table.ask(sql);
    return rows.map((row) => columns.map((column) => row[column]));
  } finally {
    table.close();
  }
}

const issuer = 'ROW(type varchar, principalid varchar, arn varchar, accountid varchar, username varchar)';
const session = `ROW(attributes ROW(mfaauthenticated varchar, creationdate varchar), sessionissuer ${issuer})`;
const identity = `ROW(type varchar, principalid varchar, arn varchar, accountid varchar, invokedby varchar, accesskeyid varchar, username varchar, sessioncontext ${session})`;
const texts = [
  'eventid',
  'eventtime',
  'eventsource',
  'eventname',
  'awsregion',
  'sourceipaddress',
  'useragent',
  'errorcode',
  'requestparameters',
  'responseelements',
  'eventcategory',
];

/** The day of an event's folder is that of the event here, as the local engine has it. */
function eventView(events: readonly FolderEvent[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const lines = events.map(({ account, region, record }) => {
    const day = String(record['eventTime']).slice(0, 10).replaceAll('-', '/');
    return `(${[account, region, day, JSON.stringify(asColumns(record))].map(quoted).join(', ')})`;
  });
  const scalars = texts.map((name) => `json_extract_scalar(line, '$.${name}') AS ${name}`);
  return `CREATE VIEW cloudtrail_event AS SELECT account, region, dt, ${scalars.join(', ')},
    CAST(json_extract(line, '$.useridentity') AS ${identity}) AS useridentity,
    CAST(json_extract(line, '$.resources') AS ARRAY(ROW(arn varchar, accountid varchar, type varchar))) AS resources
    FROM (VALUES ${lines.join(',\n')}) AS event (account, region, dt, line)`;
}

/** Names in small letters, and parameters as text, as the table's format hands them over. */
function asColumns(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = Object.entries(record).map(([name, value]) => {
    const column = name.toLowerCase();
    const isText = ['requestparameters', 'responseelements'].includes(column) && value !== null;
    return [column, isText ? JSON.stringify(value) : lowered(value)] as const;
  });
  return Object.fromEntries(fields);
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), lowered(one)]));
}
