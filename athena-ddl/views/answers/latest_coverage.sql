-- Each account's newest day of the last 7 whose collection is not pending, or its pending day where it has no other.
CREATE OR REPLACE VIEW latest_coverage AS
SELECT
  week.dt,
  week.report_date,
  week.account_id,
  week.account_name,
  week.ou_path,
  week.status,
  week.reason,
  week.list_age_days,
  week.report_generated_at,
  week.report_age_minutes,
  week.collector_version,
  week.rows_read,
  week.unreadable_rows,
  week.warnings,
  week.facts_not_read
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
LEFT JOIN left_account AS l ON l.account_id = week.account_id
-- An account that left has no row; what it hands in all the same, after it left, stays.
WHERE week.place = 1
  AND (l.left_on IS NULL OR week.report_date >= l.left_on)
