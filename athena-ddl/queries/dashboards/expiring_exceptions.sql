-- Exceptions that end within 30 days, and those that have ended.
SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  expires_on,
  cast(date_diff('day', current_date, expires_on) AS bigint) AS days_left
FROM z_exception
WHERE expires_on <= current_date + interval '30' day
ORDER BY expires_on, account_id, user_name, control, reason, approved_by
