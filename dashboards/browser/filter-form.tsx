import type { ListDefinition } from './list-definition';
import type { ListState } from './list-state';
import { Menu } from './menu';
import type { Table } from './table';

/** Search words and menus of a list. */
export function FilterForm(props: {
  readonly list: ListDefinition;
  readonly table: Table;
  readonly state: ListState;
  /** Undefined takes a choice back, empty text asks for all. */
  readonly change: (name: string, value: string | undefined) => void;
}) {
  const { list, table, state, change } = props;
  return (
    <form class="filter" role="search" aria-label={list.title} onSubmit={(event) => event.preventDefault()}>
      <label>
        Contains all of{' '}
        <input
          type="search"
          autocomplete="off"
          value={state.find}
          onInput={({ currentTarget }) => change('find', currentTarget.value || undefined)}
        />
      </label>
      {list.menus.map((name) => (
        <Menu
          key={name}
          column={table.column(name)}
          asAnswered={list.asAnswered.includes(name)}
          wanted={state.values.get(name) ?? []}
          change={(value) => change(name, value)}
        />
      ))}
    </form>
  );
}
