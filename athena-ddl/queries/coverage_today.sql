-- Where each account stands today, missing and failed ones first.
SELECT
  status,
  account_id,
  account_name,
  ou_path,
  reason,
  list_age_days,
  report_age_minutes,
  collector_version,
  unreadable_rows,
  warnings
FROM coverage
WHERE dt = date_format(current_date, '%Y/%m/%d')
ORDER BY
  CASE status WHEN 'missing' THEN 1 WHEN 'failed' THEN 2 WHEN 'unexpected' THEN 3 WHEN 'pending' THEN 4 WHEN 'collected' THEN 5 ELSE 6 END,
  account_id
