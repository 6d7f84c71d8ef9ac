-- One row per service-specific credential, account and day: the keys and passwords of CodeCommit, Keyspaces, Bedrock and
-- CloudWatch Logs, which no report tells of. Days are calendar days in UTC, measured on the report's day.
CREATE OR REPLACE VIEW service_credential AS
SELECT
  dt,
  report_date,
  account_id,
  user_name,
  id AS credential_id,
  json_extract_scalar(line, '$.service_name') AS service_name,
  status,
  is_active AS active,
  created_at,
  expires_at,
  greatest(date_diff('day', cast(created_at AS date), report_date), 0) AS age_days,
  date_diff('day', report_date, cast(expires_at AS date)) AS days_left
FROM z_user_fact_row
WHERE is_readable AND fact = 'service_credential'
