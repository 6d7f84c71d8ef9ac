import { resultText } from '../../output/result-text';
import type { Chapter } from './chapter';

const sql = `
SELECT
  account_name AS account,
  status,
  min(report_date) AS since,
  max(reason) AS reason
FROM coverage
WHERE status <> 'collected'
  AND report_date > (
    SELECT coalesce(max(c.report_date), date '1970-01-01')
    FROM coverage AS c
    WHERE c.status = 'collected' AND c.account_id = coverage.account_id
  )
GROUP BY account_id, account_name, status
ORDER BY account_id`;

/** Who hands in no report, and since when: silence is never a pass. */
export const silenceChapter: Chapter = async ({ athena, style }) => {
  const { columns, rows } = await athena.query(sql);
  const table = resultText(
    columns.map(({ name }) => name),
    rows,
    style,
  );
  return `Accounts without a report, which are never taken as fine\n${table}`;
};
