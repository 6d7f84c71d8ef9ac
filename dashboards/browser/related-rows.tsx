import { counted } from '../../lambda/shared/text/counted';
import { addressOf } from './address';
import type { Related } from './list-definition';
import { ListTable } from './list-table';
import { definitionOf } from './lists';
import type { Tables } from './read-tables';
import { selectRows } from './select-rows';
import type { Table } from './table';

/** So many are shown on the page of a row; its list has all. */
const mostRows = 20;

/** Rows of another list that belong to a row, in the order of its answer. */
export interface FoundRows {
  readonly related: Related;
  readonly rows: Uint32Array;
  /** Where all of them are. */
  readonly address: string;
}

/** What the lists say more about a row. */
export function findRelated(
  related: readonly Related[],
  tables: Tables,
  table: Table,
  row: number,
): readonly FoundRows[] {
  return related.map((each) => {
    const values = new Map<string, readonly string[]>([
      ...Object.entries(each.on).map(([name, own]) => [name, [table.text(own, row)]] as const),
      ...Object.entries(each.with ?? {}),
    ]);
    const params = [...values].map(([name, wanted]) => [name, wanted.join('|')] as const);
    return {
      related: each,
      rows: selectRows(tables[each.list], { words: [], values }),
      address: addressOf(each.list, Object.fromEntries(params)),
    };
  });
}

/** The first of them, and where all are. */
export function RelatedRows({ found, tables }: { readonly found: FoundRows; readonly tables: Tables }) {
  const { related, rows, address } = found;
  const list = definitionOf(related.list);
  return (
    <section class="related" aria-label={related.title}>
      <h3>{related.title}</h3>
      <ListTable
        list={list}
        title={related.title}
        table={tables[related.list]}
        columns={list.shown.filter((name) => !(name in related.on) && name !== 'account_name')}
        rows={[...rows.subarray(0, mostRows)]}
      />
      {rows.length > mostRows && (
        <p>
          <a href={address}>{`All ${counted(rows.length, 'row')}`}</a>
        </p>
      )}
    </section>
  );
}
