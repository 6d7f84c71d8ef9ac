-- Exceptions that expire within 14 days, and those that have expired.
SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  expires_on,
  days_left
FROM z_expiring_exception
ORDER BY expires_on, account_id, user_name, control, reason, approved_by
