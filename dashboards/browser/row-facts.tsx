import type { Column, Table } from './table';
import { Value } from './value';

/** Values of a row below their labels. */
export function RowFacts(props: {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly row: number;
}) {
  const { table, columns, row } = props;
  return (
    <dl class="facts">
      {columns.map((column) => (
        <div key={column.name} class={column.textAt(row).length > 60 ? 'sentence' : undefined}>
          <dt>{column.label}</dt>
          <dd>
            <Value table={table} column={column} row={row} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
