import { defineListing } from '../question';
import { coverageDays } from '../questions/coverage-by-day';
import { recentDays } from '../questions/recent-days';

/** The page shows so many of the accounts with most gaps. */
export const mostAccountsWithGaps = 100;

/** Every day of every account that failed or was missing on one of them, the worst account first. */
export const coverageGaps = defineListing({
  id: 'coverage-gaps',
  sql: `WITH counted AS (
  SELECT
    report_date AS day,
    account_id,
    coalesce(account_name, '') AS account_name,
    status,
    coalesce(reason, '') AS reason,
    count_if(status IN ('failed', 'missing')) OVER (PARTITION BY account_id) AS gaps
  FROM coverage
  WHERE account_id IS NOT NULL AND ${recentDays(coverageDays - 1)}
)
SELECT day, account_id, account_name, status, reason, gaps
FROM counted
WHERE gaps > 0
ORDER BY gaps DESC, account_id, day`,
  columns: [
    { name: 'day', type: 'date', label: 'Day' },
    { name: 'account_id', type: 'text', label: 'Account id' },
    { name: 'account_name', type: 'text', label: 'Account' },
    { name: 'status', type: 'text', label: 'Status' },
    { name: 'reason', type: 'text', label: 'Reason' },
    { name: 'gaps', type: 'integer', label: 'Days without a report' },
  ],
});
