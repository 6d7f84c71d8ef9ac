import { readableNumber } from '../../lambda/shared/text/counted';
import { pageSizes } from './list-state';

/** Pages of a list. */
export function Pager(props: {
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly goTo: (page: number) => void;
  readonly resize: (size: string) => void;
}) {
  const { page, pages, size, goTo, resize } = props;
  return (
    <nav class="pager" aria-label="Pages">
      <button type="button" disabled={page <= 1} onClick={() => goTo(page - 1)}>
        Previous
      </button>
      <span>
        page {readableNumber(page)} of {readableNumber(pages)}
      </span>
      <button type="button" disabled={page >= pages} onClick={() => goTo(page + 1)}>
        Next
      </button>
      <label>
        Rows a page{' '}
        <select value={String(size)} onChange={({ currentTarget }) => resize(currentTarget.value)}>
          {pageSizes.map((each) => (
            <option value={String(each)}>{readableNumber(each)}</option>
          ))}
        </select>
      </label>
    </nav>
  );
}
