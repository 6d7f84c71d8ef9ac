-- Exceptions that expire within 14 days; the day on which one expires is its last.
SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  expires_on,
  days_left
FROM z_expiring_exception
WHERE days_left >= 0
ORDER BY expires_on, account_id, user_name, control, reason, approved_by
