-- Every control: how much a failure weighs, where benchmarks ask the same (their ids are text), the days that it asks for,
-- and for people what it asks, why, what to do first, what to do when that breaks something, and AWS's page about it.
-- Where controls.csv sets other days than the benchmarks ask for, or turns a control off, their ids are NULL.
CREATE OR REPLACE VIEW control AS
SELECT
  control,
  severity,
  severity_rank,
  CASE WHEN is_as_it_comes THEN cis_v7 END AS cis_v7,
  CASE WHEN is_as_it_comes THEN cis_v6 END AS cis_v6,
  CASE WHEN is_as_it_comes THEN cis_v5 END AS cis_v5,
  CASE WHEN is_as_it_comes THEN cis_v3 END AS cis_v3,
  CASE
    WHEN is_as_it_comes THEN security_hub
    -- IAM.8 asks the same, after 90 days.
    WHEN control = 'unused-credential' AND threshold_days = 90 AND NOT is_off THEN 'IAM.8'
  END AS security_hub,
  threshold_days,
  default_days,
  is_off,
  setting_reason,
  coalesce(replace(asks, 'N days', cast(threshold_days AS varchar) || CASE WHEN threshold_days = 1 THEN ' day' ELSE ' days' END), asks) AS asks,
  why,
  first_step,
  if_it_breaks,
  link
FROM (
  SELECT
    z.*,
    coalesce(s.is_off, false) AS is_off,
    coalesce(s.days, z.default_days) AS threshold_days,
    NOT coalesce(s.is_off, false) AND coalesce(s.days = z.default_days, true) AS is_as_it_comes,
    s.reason AS setting_reason
  FROM z_control AS z
  LEFT JOIN z_control_setting AS s ON s.control = z.control
) AS set_control
