-- Each account's newest day of the last 7 whose collection is not pending, or its pending day where it has no other.
CREATE OR REPLACE VIEW latest_coverage AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  ou_path,
  status,
  reason,
  directory_age_days,
  report_generated_at,
  report_age_minutes,
  collector_version,
  rows_read,
  unreadable_rows,
  warnings
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY account_id
      ORDER BY CASE WHEN status = 'pending' THEN 1 ELSE 0 END, dt DESC
    ) AS place
  FROM coverage
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
WHERE place = 1
