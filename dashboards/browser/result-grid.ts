import type { Table } from './table';

/** A control as a column of the grid. */
export interface GridControl {
  readonly control: string;
  readonly severity: string;
}

/** An account as a row of the grid: its row of the results for each control, undefined where it has none. */
export interface GridAccount {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly cells: readonly (number | undefined)[];
  readonly failed: number;
  readonly passed: number;
  /** Whether nothing at all is known of its newest day. */
  readonly isSilent: boolean;
}

export interface Grid {
  readonly controls: readonly GridControl[];
  readonly accounts: readonly GridAccount[];
}

/** Results of some rows by account and control; silent accounts first, then those that fail most. */
export function resultGrid(table: Table, rows: Uint32Array): Grid {
  const controls = new Map<string, GridControl>();
  const accounts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const [control, id] = [table.text('control', row), table.text('account_id', row)];
    if (!controls.has(control)) controls.set(control, { control, severity: table.text('severity', row) });
    const known = accounts.get(id) ?? new Map<string, number>();
    accounts.set(id, known.set(control, row));
  }
  const columns = [...controls.keys()];
  const lines = [...accounts].map(([id, known]): GridAccount => {
    const results = [...known.values()].map((row) => table.text('result', row));
    const [first = 0] = known.values();
    return {
      id,
      name: table.text('account_name', first),
      unit: table.text('unit', first),
      cells: columns.map((control) => known.get(control)),
      failed: results.filter((result) => result === 'failed').length,
      passed: results.filter((result) => result === 'passed').length,
      isSilent: results.every((result) => result === 'no data'),
    };
  });
  const order = (one: GridAccount, other: GridAccount) =>
    Number(other.isSilent) - Number(one.isSilent) ||
    other.failed - one.failed ||
    (one.id < other.id ? -1 : 1);
  return { controls: [...controls.values()], accounts: lines.sort(order) };
}
