-- Passwords, access keys and certificates as each account's newest report of the last 7 days has them. Ages are measured on
-- that report's day.
CREATE OR REPLACE VIEW latest_credential AS
SELECT
  week.dt,
  week.report_date,
  week.account_id,
  week.account_name,
  week.user_name,
  week.arn,
  week.is_root,
  week.credential,
  week.kind,
  week.slot,
  week.active,
  week.set_at AS last_rotated_at,
  week.used_at AS last_used_at,
  week.used_region AS last_used_region,
  week.used_service AS last_used_service,
  week.age_days,
  week.idle_days,
  week.to_rotate
FROM (
  -- Users without credentials are still there: a newer report without any must not bring back an older one's.
  SELECT *, max(dt) OVER (PARTITION BY account_id) AS newest_dt
  FROM z_user_slot
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
LEFT JOIN left_account AS l ON l.account_id = week.account_id
-- An account that left is in no number; what it hands in all the same, after it left, stays.
WHERE week.dt = week.newest_dt
  AND week.is_credential
  AND (l.left_on IS NULL OR week.report_date >= l.left_on)
