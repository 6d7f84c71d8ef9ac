-- Exceptions that expire within 14 days; the day on which one expires is its last.
SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  expires_on,
  date_diff('day', current_date, expires_on) AS days_left
FROM z_exception
WHERE expires_on BETWEEN current_date AND cast(current_date + interval '14' day AS date)
ORDER BY expires_on, account_id, user_name, control, reason, approved_by
