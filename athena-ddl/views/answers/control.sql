-- Every control: how much a failure weighs, where benchmarks ask the same (their ids are text), the days that it asks for,
-- and for people what it asks, why, what to do first, what to do when that breaks something, and AWS's page about it.
CREATE OR REPLACE VIEW control AS
SELECT
  control,
  severity,
  severity_rank,
  cis_v7,
  cis_v6,
  cis_v5,
  cis_v3,
  security_hub,
  default_days AS threshold_days,
  coalesce(replace(asks, 'N days', cast(default_days AS varchar) || ' days'), asks) AS asks,
  why,
  first_step,
  if_it_breaks,
  link
FROM z_control
