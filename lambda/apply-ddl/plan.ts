import type { ApplyDdlProperties, SqlObject } from './contract';

/** A statement to run. */
export interface Step {
  readonly sql: string;
  /** Run before another try when the statement finds its table already there. */
  readonly ifThere?: string;
}

/** The statements that make the tables and views of a first deployment. Nothing is dropped that is not known to be there. */
export function statementsToCreate(wanted: ApplyDdlProperties): Step[] {
  return statementsToUpdate(wanted, { ...wanted, Tables: [], Views: [] });
}

/**
 * The statements that turn one set of tables and views into another. A changed table is dropped and created: its data
 * lie in S3 and stay. Views are all replaced, since they may read what changed.
 */
export function statementsToUpdate(wanted: ApplyDdlProperties, former: ApplyDdlProperties): Step[] {
  const formerSql = new Map(former.Tables.map((table) => [table.name, tableSql(table, former)]));
  const changed = wanted.Tables.filter((table) => formerSql.get(table.name) !== tableSql(table, wanted));
  return [
    ...gone(former.Views, wanted.Views).reverse().map(dropView),
    ...gone(former.Tables, wanted.Tables).map(dropTable),
    ...changed.flatMap((table) => [
      ...(formerSql.has(table.name) ? [dropTable(table)] : []),
      { sql: tableSql(table, wanted), ifThere: dropTable(table).sql },
    ]),
    ...wanted.Views.map(({ sql }) => ({ sql })),
  ];
}

/** The statements that take everything away again, views before what they read. The data in S3 stay. */
export function statementsToDelete(former: ApplyDdlProperties): Step[] {
  return [...[...former.Views].reverse().map(dropView), ...former.Tables.map(dropTable)];
}

function gone(former: readonly SqlObject[], wanted: readonly SqlObject[]): SqlObject[] {
  const kept = new Set(wanted.map(({ name }) => name));
  return former.filter(({ name }) => !kept.has(name));
}

/** Fills the placeholders in; Athena's own `${dt}` stays. */
function tableSql({ sql }: SqlObject, { Placeholders }: ApplyDdlProperties): string {
  return Object.entries(Placeholders).reduce(
    (text, [name, value]) => text.replaceAll(`\${${name}}`, value),
    sql,
  );
}

// Athena quotes names with back-ticks in statements about tables; names of views need none.
const dropTable = ({ name }: SqlObject): Step => ({ sql: `DROP TABLE IF EXISTS \`${name}\`` });
const dropView = ({ name }: SqlObject): Step => ({ sql: `DROP VIEW IF EXISTS ${name}` });
