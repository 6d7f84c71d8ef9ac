import { CopyButton } from './copy-button';
import type { ListDefinition } from './list-definition';
import { Value } from './list-table';
import { rowLine } from './row-line';
import type { Table } from './table';

/** The row that an address names; undefined where there is none, as when a finding is gone. */
export function rowOf({ key }: ListDefinition, table: Table, params: URLSearchParams): number | undefined {
  const wanted = key.map((name) => [table.column(name), params.get(name)] as const);
  for (let row = 0; row < table.length; row += 1)
    if (wanted.every(([column, value]) => column.textAt(row) === value)) return row;
  return undefined;
}

/** All that is known of one row. */
export function RowFacts(props: {
  readonly list: ListDefinition;
  readonly table: Table;
  readonly row: number;
}) {
  const { list, table, row } = props;
  const columns = table.columns.filter((column) => column.textAt(row) !== '');
  return (
    <>
      <dl class="facts">
        {columns.map((column) => (
          <div key={column.name}>
            <dt>{column.label}</dt>
            <dd>
              <Value list={list} table={table} column={column} row={row} />
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton
        text={() =>
          rowLine(
            table,
            columns.map(({ name }) => name),
            row,
          )
        }
        what={`the ${list.one}`}
      />
    </>
  );
}
