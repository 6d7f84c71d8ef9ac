import { defineQuestion } from '../question';
import { recentDays } from './recent-days';

/** Days of coverage that the dashboards show. */
export const coverageDays = 30;

export const coverageByDay = defineQuestion({
  id: 'coverage-by-day',
  title: 'Accounts that reported',
  question: 'Do all accounts hand in their report every day?',
  sql: `SELECT
  report_date AS day,
  count_if(status = 'collected') AS collected,
  count_if(status = 'unexpected' AND account_id IS NOT NULL) AS unexpected,
  count_if(status = 'pending') AS pending,
  count_if(status = 'failed') AS failed,
  count_if(status = 'missing' AND account_id IS NOT NULL) AS missing,
  count_if(status = 'missing' AND account_id IS NULL) AS without_list
FROM coverage
WHERE ${recentDays(coverageDays - 1)}
GROUP BY report_date
ORDER BY report_date`,
  columns: [
    { name: 'day', type: 'date', label: 'Day' },
    { name: 'collected', type: 'integer', label: 'Collected' },
    { name: 'unexpected', type: 'integer', label: 'Collected, not expected' },
    { name: 'pending', type: 'integer', label: 'Still to come' },
    { name: 'failed', type: 'integer', label: 'Failed' },
    { name: 'missing', type: 'integer', label: 'Missing' },
    { name: 'without_list', type: 'integer', label: 'No list of accounts' },
  ],
  chart: {
    kind: 'columns',
    over: 'day',
    order: 'day',
    series: [
      { column: 'collected', tone: 'good' },
      { column: 'unexpected', tone: 'second' },
      { column: 'pending', tone: 'info' },
      { column: 'failed', tone: 'high' },
      { column: 'missing', tone: 'critical' },
      // Nobody knows then who is missing.
      { column: 'without_list', tone: 'third' },
    ],
  },
});
