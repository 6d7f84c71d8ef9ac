import { RowFacts } from './row-facts';
import type { Table } from './table';

const words = ['asks', 'why', 'first_step', 'if_it_breaks', 'link'];

/** What a control asks, why, and what to do. */
export function Advice({ controls, control }: { readonly controls: Table; readonly control: string }) {
  const names = controls.column('control');
  for (let row = 0; row < controls.length; row += 1) {
    if (names.textAt(row) !== control) continue;
    return (
      <section class="related" aria-label="What to do">
        <h3>What to do</h3>
        <RowFacts table={controls} columns={words.map((name) => controls.column(name))} row={row} />
      </section>
    );
  }
  return null;
}
