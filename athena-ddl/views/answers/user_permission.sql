-- One row per user, account and day with what IAM reported of it: whether the user is an administrator or can become one without
-- anybody's help, and by which policy. `no` is said only where every policy was read.
CREATE OR REPLACE VIEW user_permission AS
SELECT
  dt,
  report_date,
  account_id,
  user_name,
  admin_right,
  admin_evidence,
  groups,
  boundary_arn,
  quarantine_policy
FROM z_user_fact
WHERE scope = 'all' AND is_reported
