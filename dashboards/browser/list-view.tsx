import { useMemo } from 'preact/hooks';
import { readableNumber } from '../../lambda/shared/text/counted';
import { Query } from '../page/query';
import { ColumnChoice } from './column-choice';
import { csvOf } from './csv';
import { FilterForm } from './filter-form';
import type { ListDefinition } from './list-definition';
import { listRows } from './list-rows';
import { changed, listStateOf } from './list-state';
import { ListTable } from './list-table';
import { Pager } from './pager';
import { saveFile } from './save-file';
import type { Table } from './table';

/** A list with all that can be asked of it; what was asked stands in the address. */
export function ListView(props: {
  readonly list: ListDefinition;
  readonly table: Table;
  readonly params: URLSearchParams;
  readonly setParams: (params: URLSearchParams) => void;
}) {
  const { list, table, params, setParams } = props;
  const state = useMemo(() => listStateOf(list, table, params), [list, table, params]);
  const rows = useMemo(() => listRows(list, table, state), [list, table, state]);
  const change = (name: string, value: string | undefined) => setParams(changed(params, { [name]: value }));
  const pages = Math.max(1, Math.ceil(rows.length / state.size));
  const page = Math.min(state.page, pages);
  const sort = (column: string) => {
    const isUp = state.sorting?.column === column && !state.sorting.isDown;
    change('sort', isUp ? `-${column}` : column);
  };
  return (
    <section class="card" aria-labelledby="list-title">
      <h2 id="list-title">{list.title}</h2>
      <FilterForm list={list} table={table} state={state} change={change} />
      <div class="tools">
        <output>
          {readableNumber(rows.length)} of {readableNumber(table.length)}
        </output>
        <button type="button" onClick={() => saveFile(`${list.list}.csv`, 'text/csv', csvOf(table, rows))}>
          Download CSV
        </button>
        <ColumnChoice
          table={table}
          shown={state.columns}
          change={(columns) => change('columns', columns.join())}
        />
      </div>
      <ListTable
        list={list}
        table={table}
        columns={state.columns}
        rows={[...rows.subarray((page - 1) * state.size, page * state.size)]}
        sorting={state.sorting}
        sort={sort}
      />
      <Pager
        page={page}
        pages={pages}
        size={state.size}
        goTo={(to) => setParams(changed(params, { page: String(to) }))}
        resize={(size) => change('rows', size)}
      />
      <details>
        <summary>Query</summary>
        <Query title={list.title} sql={table.sql} />
      </details>
    </section>
  );
}
