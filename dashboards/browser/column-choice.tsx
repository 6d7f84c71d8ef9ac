import type { Table } from './table';

/** Which columns a list shows. */
export function ColumnChoice(props: {
  readonly table: Table;
  readonly shown: readonly string[];
  readonly change: (columns: readonly string[]) => void;
}) {
  const { table, shown, change } = props;
  const toggle = (name: string) =>
    change(
      table.columns
        .map((column) => column.name)
        .filter((each) => (each === name ? !shown.includes(name) : shown.includes(each))),
    );
  return (
    <details class="choice">
      <summary>Columns</summary>
      <fieldset>
        <legend class="unseen">Columns to show</legend>
        {table.columns.map(({ name, label }) => (
          <label key={name}>
            <input type="checkbox" checked={shown.includes(name)} onChange={() => toggle(name)} /> {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
