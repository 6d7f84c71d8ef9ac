-- How the newest report of each account came, accounts that are alike together, three of them by their ids, the newest day first.
-- A line without accounts tells what belongs to none: that no list of accounts says who is silent, or that a day's history is missing.
SELECT
  report_date,
  status,
  reason,
  collector_version,
  count(account_id) AS accounts,
  coalesce(array_join(array_sort(array_agg(account_id) FILTER (WHERE place <= 3 AND account_id IS NOT NULL)), ', '), '') AS first_accounts
FROM (
  SELECT
    *,
    row_number() OVER (PARTITION BY report_date, status, reason, collector_version ORDER BY account_id) AS place
  FROM (
    SELECT
      cast(report_date AS varchar) AS report_date,
      status,
      coalesce(reason, '') AS reason,
      coalesce(collector_version, '') AS collector_version,
      account_id
    FROM latest_coverage
  ) AS known
) AS numbered
GROUP BY report_date, status, reason, collector_version
ORDER BY report_date DESC, status, reason, collector_version
