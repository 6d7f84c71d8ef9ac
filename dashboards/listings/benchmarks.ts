import { defineQuestion, integer, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** How much of what each benchmark asks about credentials passes. */
export const benchmarks = defineQuestion('benchmarks', dashboardQuery('benchmarks'), {
  benchmark: text('Benchmark'),
  passed_percent: integer('Passed, %'),
  passed: integer('Passed'),
  failed: integer('Failed'),
  excepted: integer('By exception'),
  no_data: integer('No data'),
  controls: integer('Controls'),
  controls_left_out: integer('Controls left out'),
  accounts: integer('Accounts'),
  accounts_without_data: integer('Accounts without data'),
});
