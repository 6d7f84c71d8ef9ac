-- Every day of every account that failed or was missing on one of the last 30, the account with most gaps first, with
-- the day since when it was silent then.
WITH counted AS (
  SELECT
    report_date AS day,
    account_id,
    coalesce(account_name, '') AS account_name,
    status,
    coalesce(reason, '') AS reason,
    since,
    count_if(since IS NOT NULL) OVER (PARTITION BY account_id) AS gaps
  FROM recent_coverage
  WHERE dt >= date_format(current_date - interval '29' day, '%Y/%m/%d')
)
SELECT day, account_id, account_name, status, reason, since, gaps
FROM counted
WHERE gaps > 0
ORDER BY gaps DESC, account_id, day
