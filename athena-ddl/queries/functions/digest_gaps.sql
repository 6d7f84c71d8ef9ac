-- Accounts whose report of today is missing or failed: why, since when, and the last day with a report of the 35 before.
SELECT
  account_id,
  account_name,
  ou_path,
  status,
  reason,
  cast(since AS varchar) AS since,
  cast(last_collected AS varchar) AS last_collected
FROM (
  SELECT
    *,
    min(CASE WHEN status IN ('failed', 'missing') AND (last_collected IS NULL OR report_date > last_collected) THEN report_date END)
      OVER (PARTITION BY account_id) AS since
  FROM (
    SELECT
      *,
      max(CASE WHEN rows_read > 0 THEN report_date END) OVER (PARTITION BY account_id) AS last_collected
    FROM coverage
    WHERE dt > date_format(current_date - interval '36' day, '%Y/%m/%d')
      AND dt <= date_format(current_date, '%Y/%m/%d')
      AND account_id IS NOT NULL
  ) AS days
) AS known
WHERE report_date = current_date AND status IN ('failed', 'missing')
ORDER BY since, account_id
