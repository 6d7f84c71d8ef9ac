-- The findings of each account's newest report of the last 7 days, and since when they are there. An account without findings has
-- no row, and neither has one without a report: latest_coverage tells them apart. Unit and owner are those of the newest list of accounts.
-- Where `is_first_seen_sure` is false, no report of the last 42 days is known to be without the finding: it is there at least since.
CREATE OR REPLACE VIEW latest_finding AS
SELECT
  f.dt,
  f.report_date,
  f.account_id,
  f.account_name,
  f.user_name,
  f.arn,
  f.is_root,
  f.control,
  f.severity,
  f.severity_rank,
  f.credential,
  f.last_rotated_at,
  f.last_used_at,
  f.age_days,
  f.idle_days,
  f.to_rotate,
  f.evidence,
  f.cis_v7,
  f.cis_v6,
  f.cis_v5,
  f.cis_v3,
  f.security_hub,
  f.status,
  f.exception_reason,
  f.exception_expires_on,
  f.key_id,
  f.admin_right,
  f.owner,
  f.ou_path,
  -- A report may come between both readings: then it is the first that is known to have it.
  coalesce(a.first_seen, f.report_date) AS first_seen,
  date_diff('day', coalesce(a.first_seen, f.report_date), f.report_date) AS days_seen,
  coalesce(a.is_first_seen_sure, false) AS is_first_seen_sure
FROM z_latest_finding AS f
LEFT JOIN z_finding_age AS a
  ON a.account_id = f.account_id
  AND a.user_name = f.user_name
  AND a.user_created_at IS NOT DISTINCT FROM f.user_created_at
  AND a.control = f.control
  AND a.credential = f.credential
