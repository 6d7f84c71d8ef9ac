import type { ConsoleAccess } from '../../lambda/shared/text/console-address';
import { Advice } from './advice';
import { ConsoleLink } from './console-link';
import { CopyButton } from './copy-button';
import type { ListDefinition } from './list-definition';
import type { Tables } from './read-tables';
import { findRelated, RelatedRows } from './related-rows';
import { RowFacts } from './row-facts';
import { rowLine } from './row-line';
import type { Table } from './table';

/** One row with all that is known of it, and what belongs to it: the page of an account, a user, a finding. */
export function RowPage(props: {
  readonly list: ListDefinition;
  readonly tables: Tables;
  readonly access: ConsoleAccess;
  readonly params: URLSearchParams;
}) {
  const { list, tables, access, params } = props;
  const table = tables[list.list];
  const row = rowOf(list, table, params);
  if (row === undefined) {
    return (
      <section class="card" aria-labelledby="row-title">
        <h2 id="row-title">{`No ${list.one}`}</h2>
        <p>{`The page has no such ${list.one}: it is gone, or of another day.`}</p>
      </section>
    );
  }
  const columns = table.columns.filter((column) => column.textAt(row) !== '');
  const found = findRelated(list.related, tables, table, row);
  const none = found.filter(({ rows }) => rows.length === 0).map(({ related }) => related.title);
  const names = columns.map(({ name }) => name);
  return (
    <section class="card" aria-labelledby="row-title">
      <p class="note">
        {`One ${list.one}`} <CopyButton text={() => rowLine(table, names, row)} what={`the ${list.one}`} />
      </p>
      <h2 id="row-title">{rowLine(table, list.name, row)}</h2>
      {list.isInConsole && <ConsoleLink access={access} table={table} row={row} />}
      <RowFacts table={table} columns={columns} row={row} />
      {names.includes('control') && list.list !== 'controls' && (
        <Advice controls={tables.controls} control={table.text('control', row)} />
      )}
      {found
        .filter(({ rows }) => rows.length > 0)
        .map((each) => (
          <RelatedRows key={each.related.title} found={each} tables={tables} />
        ))}
      {none.length > 0 && <p class="note">{`Nothing of: ${none.join(', ')}.`}</p>}
    </section>
  );
}

/** The row that an address names; undefined where there is none, as when a finding is gone. */
function rowOf({ key }: ListDefinition, table: Table, params: URLSearchParams): number | undefined {
  const wanted = key.map((name) => [table.column(name), params.get(name)] as const);
  for (let row = 0; row < table.length; row += 1)
    if (wanted.every(([column, value]) => column.textAt(row) === value)) return row;
  return undefined;
}
