-- The findings of each account's newest report of the last 7 days. An account without findings has no row, and neither
-- has one without a report: latest_coverage tells them apart.
CREATE OR REPLACE VIEW latest_finding AS
SELECT
  week.dt,
  week.report_date,
  week.account_id,
  week.account_name,
  week.user_name,
  week.arn,
  week.is_root,
  week.control,
  week.severity,
  week.severity_rank,
  week.credential,
  week.last_rotated_at,
  week.last_used_at,
  week.age_days,
  week.idle_days,
  week.to_rotate,
  week.evidence,
  week.cis_v7,
  week.cis_v6,
  week.cis_v5,
  week.cis_v3,
  week.security_hub,
  week.status,
  week.exception_reason,
  week.exception_expires_on
FROM (
  -- Users without findings are still there: a newer report without any must not bring back an older one's.
  SELECT *, max(dt) OVER (PARTITION BY account_id) AS newest_dt
  FROM z_user_finding
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
LEFT JOIN left_account AS l ON l.account_id = week.account_id
-- An account that left is in no number; what it hands in all the same, after it left, stays.
WHERE week.dt = week.newest_dt
  AND week.control IS NOT NULL
  AND (l.left_on IS NULL OR week.report_date >= l.left_on)
