import { useMemo } from 'preact/hooks';
import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { addressOf } from './address';
import { BenchmarkChoice } from './benchmark-choice';
import { GridTable } from './grid-table';
import { changed, pageSizeOf, pageOf } from './list-state';
import { Menu } from './menu';
import { Pager } from './pager';
import type { Tables } from './read-tables';
import { resultGrid } from './result-grid';
import { selectRows } from './select-rows';

/** Accounts by controls: what passes, what fails, and of whom nothing is known. */
export function GridView(props: {
  readonly tables: Tables;
  readonly params: URLSearchParams;
  readonly setParams: (params: URLSearchParams) => void;
}) {
  const { tables, params, setParams } = props;
  const { results } = tables;
  const change = (name: string, value: string | undefined) => setParams(changed(params, { [name]: value }));
  const [find, unit, benchmark] = ['find', 'unit', 'benchmark'].map((name) => params.get(name) ?? '');
  const grid = useMemo(() => {
    const words = (find ?? '').split(/\s+/).filter((word) => word !== '');
    const values = new Map(unit ? [['unit', [unit]] as const] : []);
    const rows = selectRows(results, { words, values });
    return resultGrid(results, benchmark ? rows.filter((row) => results.text(benchmark, row) !== '') : rows);
  }, [results, find, unit, benchmark]);
  const silent = grid.accounts.filter(({ isSilent }) => isSilent).length;
  const size = pageSizeOf(params);
  const pages = Math.max(1, Math.ceil(grid.accounts.length / size));
  const page = Math.min(pageOf(params), pages);
  return (
    <section class="card" aria-labelledby="grid-title">
      <h2 id="grid-title">Pass and fail</h2>
      <BenchmarkChoice
        benchmarks={tables.benchmarks}
        chosen={benchmark ?? ''}
        choose={(name) => change('benchmark', name)}
      />
      <form class="filter" role="search" aria-label="Accounts" onSubmit={(event) => event.preventDefault()}>
        <label>
          Contains all of{' '}
          <input
            type="search"
            autocomplete="off"
            value={find}
            onInput={({ currentTarget }) => change('find', currentTarget.value || undefined)}
          />
        </label>
        <Menu
          column={results.column('unit')}
          asAnswered={false}
          wanted={unit ? [unit] : []}
          change={(value) => change('unit', value || undefined)}
        />
      </form>
      <div class="tools">
        <output>
          {counted(grid.accounts.length, 'account')}, {readableNumber(silent)} silent
        </output>
        <a href={addressOf('results', {})}>As a list, to download</a>
      </div>
      <p class="note">
        ✓ passed, a number of findings that failed, E by exception, – no data: the account was silent, which
        is no pass
      </p>
      <GridTable
        grid={{ ...grid, accounts: grid.accounts.slice((page - 1) * size, page * size) }}
        results={results}
      />
      <Pager
        page={page}
        pages={pages}
        size={size}
        goTo={(to) => setParams(changed(params, { page: String(to) }))}
        resize={(rows) => change('rows', rows)}
      />
    </section>
  );
}
