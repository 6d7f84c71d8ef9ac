-- Accounts whose report of today is missing or failed: why, since when, and the last day with a report of the 35 before.
SELECT
  account_id,
  account_name,
  ou_path,
  status,
  reason,
  cast(since AS varchar) AS since,
  cast(last_collected AS varchar) AS last_collected
FROM recent_coverage
WHERE dt = date_format(current_date, '%Y/%m/%d') AND since IS NOT NULL
ORDER BY since, account_id
