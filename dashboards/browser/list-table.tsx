import { CopyButton } from './copy-button';
import type { ListDefinition } from './list-definition';
import { rowAddress, rowLine } from './row-line';
import type { Sorting } from './sort-rows';
import type { Table } from './table';
import { Value } from './value';

/** Rows of a list; on a narrow screen each is a block of its values with their labels. */
export function ListTable(props: {
  readonly list: ListDefinition;
  readonly table: Table;
  readonly columns: readonly string[];
  readonly rows: readonly number[];
  /** @default that of the list */
  readonly title?: string;
  readonly sorting?: Sorting | undefined;
  /** Without it the columns cannot be sorted by. */
  readonly sort?: (column: string) => void;
}) {
  const { list, table, rows, sorting, sort, title = list.title } = props;
  const columns = props.columns.map((name) => table.column(name));
  return (
    <div class="scroll list-rows" role="region" aria-label={`Table: ${title}`} tabindex={0}>
      <table class="list" role="table">
        <caption class="unseen">{title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, label, type }) => (
              <th role="columnheader" scope="col" class={type} aria-sort={sort && sortOf(name, sorting)}>
                {sort === undefined ? (
                  label
                ) : (
                  <button type="button" onClick={() => sort(name)}>
                    {label}
                  </button>
                )}
              </th>
            ))}
            <th role="columnheader" scope="col" class="acts">
              <span class="unseen">Open and copy</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row}>
              {columns.map((column) => (
                <td
                  role="cell"
                  class={column.isLong ? `${column.type} long` : column.type}
                  data-label={column.label}
                >
                  <Value table={table} column={column} row={row} />
                </td>
              ))}
              <td role="cell" class="acts">
                <a
                  href={rowAddress(list, table, row)}
                  aria-label={`Open the ${list.one} ${nameOf(list, table, row)}`}
                >
                  Open
                </a>{' '}
                <CopyButton
                  text={() => rowLine(table, props.columns, row)}
                  what={`the ${list.one} ${nameOf(list, table, row)}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ key }: ListDefinition, table: Table, row: number): string {
  return key.map((name) => table.text(name, row)).join(' ');
}

function sortOf(name: string, sorting: Sorting | undefined): 'none' | 'ascending' | 'descending' {
  if (sorting?.column !== name) return 'none';
  return sorting.isDown ? 'descending' : 'ascending';
}
