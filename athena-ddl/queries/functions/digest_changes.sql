-- Changes of users and credentials that the reports of the last 7 days show, the newest first; today's have days_ago 0.
SELECT
  cast(report_date AS varchar) AS report_date,
  date_diff('day', report_date, current_date) AS days_ago,
  account_id,
  account_name,
  user_name,
  change,
  evidence
FROM recent_credential_change
WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
  AND dt <= date_format(current_date, '%Y/%m/%d')
ORDER BY
  report_date DESC,
  account_id,
  user_name,
  CASE WHEN change IN ('user_created', 'user_renamed') THEN 1 ELSE 2 END,
  change,
  evidence
