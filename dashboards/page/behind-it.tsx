import type { Columns } from '../../athena-ddl/question';
import { DataTable, type TableRow } from './data-table';
import { Query } from './query';
import { counted, readableNumber } from '../../lambda/shared/text/counted';

/** Longer tables are cut: the query beside them gives all. */
const mostRows = 100;

/** What stands behind a picture: its numbers as a table, and the query that gives them. */
export function BehindIt(props: {
  readonly title: string;
  readonly columns: Columns;
  readonly rows: readonly TableRow[];
  readonly sql: string;
}) {
  const { length } = props.rows;
  return (
    <details>
      <summary>
        Numbers and query<span class="unseen"> of: {props.title}</span>
      </summary>
      <DataTable caption={props.title} columns={props.columns} rows={props.rows.slice(0, mostRows)} />
      <p class="note">
        {length > mostRows
          ? `The first ${mostRows} of ${readableNumber(length)} rows; the query gives all:`
          : `${counted(length, 'row')}. The query, for Athena and for credential-report query:`}
      </p>
      <Query title={props.title} sql={props.sql} />
    </details>
  );
}
