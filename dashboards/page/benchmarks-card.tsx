import { counted, readableNumber } from '../../lambda/shared/text/counted';
import type { PageData } from '../page-data';
import { BehindIt } from './behind-it';

/** How much of each benchmark passes; what is silent, unknown or stays by an exception has not. */
export function BenchmarksCard({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.benchmarks;
  return (
    <section class="card full" aria-labelledby="benchmarks-title">
      <h2 id="benchmarks-title">Benchmarks</h2>
      <p class="summary">
        {rows.length === 0
          ? 'No account has a result of a control.'
          : 'Of what each asks about credentials, in every account; without a report, or by an exception, nothing has passed.'}
      </p>
      <ul class="listed">
        {rows.map((row) => (
          <li>
            <span class="ends">{row.passed_percent} % passed</span>
            <strong>{row.benchmark}</strong>
            <span>
              {counted(row.controls, 'control')} in {counted(row.accounts, 'account')}:{' '}
              {readableNumber(row.failed)} failed, {readableNumber(row.excepted)} by exception,{' '}
              {readableNumber(row.no_data)} without data
            </span>
            {row.controls_left_out > 0 && (
              <span class="note">
                {counted(row.controls_left_out, 'control')} left out: off, or with another threshold than the
                benchmark's
              </span>
            )}
          </li>
        ))}
      </ul>
      <BehindIt title="Benchmarks" columns={asked.columns} rows={rows} sql={asked.sql} />
    </section>
  );
}
