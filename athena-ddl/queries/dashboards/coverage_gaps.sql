-- Every day of every account that failed or was missing on one of the last 30, the account with most gaps first.
WITH counted AS (
  SELECT
    report_date AS day,
    account_id,
    coalesce(account_name, '') AS account_name,
    status,
    coalesce(reason, '') AS reason,
    count_if(status IN ('failed', 'missing')) OVER (PARTITION BY account_id) AS gaps
  FROM coverage
  WHERE account_id IS NOT NULL
    AND dt >= date_format(current_date - interval '29' day, '%Y/%m/%d')
)
SELECT day, account_id, account_name, status, reason, gaps
FROM counted
WHERE gaps > 0
ORDER BY gaps DESC, account_id, day
