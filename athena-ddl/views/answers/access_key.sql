-- One row per access key, account and day, with its id and the slot of the report that it is in: the one that was set in the
-- same second. Where that is not certain, since none or two were, `credential` and what the report tells of it are NULL.
-- An account of which nothing was reported beside the report has no row: that is unknown, not "no keys".
CREATE OR REPLACE VIEW access_key AS
SELECT
  k.dt,
  k.report_date,
  k.account_id,
  s.account_name,
  k.user_name,
  k.access_key_id,
  k.status,
  k.created_at,
  s.credential,
  s.used_at AS last_used_at,
  s.used_region AS last_used_region,
  s.used_service AS last_used_service,
  s.age_days,
  s.idle_days
FROM (
  SELECT
    dt,
    report_date,
    account_id,
    user_name,
    id AS access_key_id,
    status,
    created_at,
    CASE WHEN count(*) OVER (PARTITION BY dt, report_date, account_id, user_name, created_at) = 1 THEN created_at END AS own_second
  FROM z_user_fact_row
  WHERE is_readable AND fact = 'access_key'
) AS k
LEFT JOIN z_user_slot AS s
  ON s.scope = 'all'
  AND s.kind = 'access_key'
  AND s.is_credential
  AND s.dt = k.dt
  AND s.report_date = k.report_date
  AND s.account_id = k.account_id
  AND s.user_name = k.user_name
  AND s.set_at = k.own_second
  AND s.is_set_alone
