import type { Table } from './table';

/** Benchmarks by the column of a control's id in them. */
const columnsOf: Readonly<Record<string, string>> = {
  'CIS AWS Foundations Benchmark 7.0': 'cis_v7',
  'CIS AWS Foundations Benchmark 6.0': 'cis_v6',
  'CIS AWS Foundations Benchmark 5.0': 'cis_v5',
  'CIS AWS Foundations Benchmark 3.0': 'cis_v3',
  'AWS Security Hub': 'security_hub',
};

/** How much of each benchmark passes in the whole organization; choosing one shows its controls alone. */
export function BenchmarkChoice(props: {
  readonly benchmarks: Table;
  readonly chosen: string;
  readonly choose: (column: string | undefined) => void;
}) {
  const { benchmarks, chosen, choose } = props;
  const rows = Array.from({ length: benchmarks.length }, (_, row) => ({
    name: benchmarks.text('benchmark', row),
    percent: benchmarks.text('passed_percent', row),
  }));
  return (
    <div class="benchmarks" role="group" aria-label="Controls of a benchmark">
      <button type="button" aria-pressed={chosen === ''} onClick={() => choose(undefined)}>
        All controls
      </button>
      {rows.map(({ name, percent }) => (
        <button
          type="button"
          key={name}
          aria-pressed={chosen === columnsOf[name]}
          onClick={() => choose(columnsOf[name])}
        >
          {name} <strong>{`${percent} % passed`}</strong>
        </button>
      ))}
    </div>
  );
}
