-- The rows of control_result of each account's newest day of the last 7 whose collection is not pending: where that day is
-- silent `no data`, whatever an older report says.
CREATE OR REPLACE VIEW latest_control_result AS
SELECT
  l.dt,
  l.report_date,
  l.account_id,
  l.account_name,
  l.ou_path,
  c.control,
  c.severity,
  c.severity_rank,
  c.cis_v7,
  c.cis_v6,
  c.cis_v5,
  c.cis_v3,
  c.security_hub,
  coalesce(n.result, 'no data') AS result,
  n.checked,
  n.failed,
  n.excepted,
  n.passed
FROM latest_coverage AS l
CROSS JOIN control AS c
LEFT JOIN z_control_count AS n
  ON n.scope = 'latest'
  AND n.account_id = l.account_id
  AND n.dt = l.dt
  AND n.control = c.control
WHERE l.account_id IS NOT NULL
  AND NOT c.is_off
  AND (l.status IN ('failed', 'missing') OR n.result IS NOT NULL)
