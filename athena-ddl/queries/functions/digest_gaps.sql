-- Accounts whose report of today is missing or failed: whose they are, why, since when and for how many days, and the last day
-- with a report of the 35 before.
SELECT
  c.account_id,
  c.account_name,
  c.ou_path,
  p.owner,
  c.status,
  c.reason,
  cast(c.since AS varchar) AS since,
  date_diff('day', c.since, c.report_date) + 1 AS days_silent,
  cast(c.last_collected AS varchar) AS last_collected
FROM recent_coverage AS c
LEFT JOIN z_account_place AS p ON p.account_id = c.account_id
WHERE c.dt = date_format(current_date, '%Y/%m/%d') AND c.since IS NOT NULL
ORDER BY since, c.account_id
