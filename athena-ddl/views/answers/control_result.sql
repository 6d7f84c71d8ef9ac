-- One row per account, control and day: how many users or credentials the control is about, and how many of them fail, fail
-- with a valid exception, and pass. An account that was silent on the day has rows too: `no data`, which is no pass.
-- Who is silent is coverage's to say, so reports are read twice: of the days asked for, and of no other.
CREATE OR REPLACE VIEW control_result AS
SELECT
  r.dt,
  r.report_date,
  r.account_id,
  r.account_name,
  r.control,
  c.severity,
  c.severity_rank,
  c.cis_v7,
  c.cis_v6,
  c.cis_v5,
  c.cis_v3,
  c.security_hub,
  r.result,
  r.checked,
  r.failed,
  r.excepted,
  r.passed
FROM (
  SELECT dt, report_date, account_id, account_name, control, result, checked, failed, excepted, passed
  FROM z_control_count
  WHERE scope = 'all'
  UNION ALL
  SELECT s.dt, s.report_date, s.account_id, s.account_name, z.control, 'no data', NULL, NULL, NULL, NULL
  FROM coverage AS s
  CROSS JOIN z_control AS z
  WHERE s.status IN ('failed', 'missing') AND s.account_id IS NOT NULL
) AS r
JOIN control AS c ON c.control = r.control
WHERE NOT c.is_off
