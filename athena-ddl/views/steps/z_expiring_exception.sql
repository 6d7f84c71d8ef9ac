-- The exceptions that expire within 14 days, and those that have expired: what every list of expiring exceptions reads.
-- The day on which one expires is its last.
CREATE OR REPLACE VIEW z_expiring_exception AS
SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  expires_on,
  date_diff('day', current_date, expires_on) AS days_left
FROM z_exception
WHERE expires_on <= cast(current_date + interval '14' day AS date)
