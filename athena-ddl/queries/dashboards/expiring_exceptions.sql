-- Exceptions that end within 30 days, and those that have ended.
SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  try_cast(expires_on AS date) AS expires_on,
  cast(date_diff('day', current_date, try_cast(expires_on AS date)) AS bigint) AS days_left
FROM "exception"
WHERE try_cast(expires_on AS date) <= current_date + interval '30' day
ORDER BY expires_on, account_id, user_name, control
