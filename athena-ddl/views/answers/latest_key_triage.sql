-- One row per active access key of each account's newest report of the last 7 days, with what to do about it first and why,
-- the worst first by `place`. What is unknown never leads to `delete`. An exception for what the advice is about puts the key last.
CREATE OR REPLACE VIEW latest_key_triage AS
WITH
keyed AS (
  SELECT
    s.dt,
    s.report_date,
    s.account_id,
    coalesce(nullif(s.account_name, ''), p.account_name) AS account_name,
    p.ou_path,
    s.user_name,
    s.arn,
    s.is_root,
    coalesce(
    CASE
      WHEN p.owner_pattern IS NULL THEN s.user_owner
      ELSE nullif(json_extract_scalar('{"v":"' || regexp_extract(s.user_tags, p.owner_pattern, 1) || '"}', '$.v'), '')
    END,
    p.owner
  ) AS owner,
    s.credential,
    s.key_id,
    s.set_at,
    s.age_days,
    s.used_at,
    nullif(s.used_region, 'N/A') AS used_region,
    nullif(s.used_service, 'N/A') AS used_service,
    s.idle_days,
    s.has_password,
    s.admin_right,
    s.admin_evidence,
    s.quarantine_policy,
    s.is_policy_read AND s.key_id IS NOT NULL AND s.age_days IS NOT NULL AND s.admin_right <> 'unknown' AS is_known,
    t.unused_days,
    t.rotation_days
  FROM z_reported_slot AS s
  CROSS JOIN (
    SELECT
      max(CASE WHEN control = 'unused-credential' THEN threshold_days END) AS unused_days,
      max(CASE WHEN control = 'key-rotation' THEN threshold_days END) AS rotation_days
    FROM control
  ) AS t
  LEFT JOIN z_account_place AS p ON p.account_id = s.account_id
  WHERE s.scope = 'latest' AND s.kind = 'access_key' AND s.active
),
advised AS (
  SELECT
    *,
    CASE
      WHEN quarantine_policy IS NOT NULL THEN 'quarantined: act now'
      WHEN idle_days IS NULL THEN 'ask owner'
      WHEN used_at IS NULL AND age_days >= greatest(90, unused_days) AND is_known THEN 'delete'
      WHEN idle_days >= unused_days THEN 'deactivate and watch'
      WHEN is_root OR admin_right IN ('yes', 'conditional', 'bounded') THEN 'replace by a role'
      WHEN coalesce(age_days, rotation_days + 1) > rotation_days THEN 'rotate'
      WHEN used_at IS NULL OR admin_right = 'unknown' THEN 'ask owner'
      ELSE 'replace by a role'
    END AS advice
  FROM keyed
),
reasoned AS (
  SELECT
    *,
    CASE advice
      WHEN 'delete' THEN 'unused-credential'
      WHEN 'deactivate and watch' THEN 'unused-credential'
      WHEN 'rotate' THEN 'key-rotation'
      WHEN 'replace by a role' THEN CASE WHEN is_root THEN 'root-access-key' WHEN admin_right IN ('yes', 'conditional', 'bounded') THEN 'admin-with-key' WHEN has_password THEN 'human-with-key' END
    END AS control,
    CASE
      WHEN quarantine_policy IS NOT NULL THEN 'AWS says that it leaked, by the policy ' || quarantine_policy || '; '
      ELSE ''
    END || CASE
      WHEN idle_days IS NULL THEN 'no possible day of its last use is reported'
      WHEN used_at IS NULL THEN 'never used since it was made ' || cast(idle_days AS varchar) || CASE idle_days WHEN 1 THEN ' day ago' ELSE ' days ago' END
      WHEN idle_days = 0 THEN 'used on the day of the report'
      ELSE 'last used ' || cast(idle_days AS varchar) || CASE idle_days WHEN 1 THEN ' day ago' ELSE ' days ago' END
    END || CASE
      WHEN used_at IS NULL AND idle_days IS NOT NULL THEN ''
      WHEN age_days IS NULL THEN ', of an unknown age'
      ELSE ', ' || cast(age_days AS varchar) || CASE age_days WHEN 1 THEN ' day old' ELSE ' days old' END
    END || CASE
      WHEN is_root THEN '; the root user may do everything'
      WHEN admin_right = 'yes' THEN '; an administrator: ' || admin_evidence
      WHEN admin_right IN ('conditional', 'bounded') THEN '; may be an administrator: ' || admin_evidence
      WHEN admin_right = 'unknown' THEN '; what the user may do could not be read'
      ELSE ''
    END || CASE
      WHEN is_root OR key_id IS NOT NULL THEN ''
      ELSE '; the id of the key is not certain'
    END || CASE
      WHEN has_password AND NOT is_root THEN '; the user signs in with a password too'
      ELSE ''
    END AS reason
  FROM advised
),
covered AS (
  SELECT
    r.dt,
    r.report_date,
    r.account_id,
    r.account_name,
    r.ou_path,
    r.user_name,
    r.arn,
    r.is_root,
    r.owner,
    r.credential,
    r.key_id,
    r.set_at,
    r.age_days,
    r.used_at,
    r.used_region,
    r.used_service,
    r.idle_days,
    r.admin_right,
    r.quarantine_policy,
    r.advice,
    r.reason,
    array_join(array_sort(array_agg(x.control) FILTER (WHERE x.control IS NOT NULL)), ', ') AS exceptions,
    coalesce(bool_or(x.control = r.control), false) AS is_excepted
  FROM reasoned AS r
  LEFT JOIN z_exception_by_control AS x
    ON x.control IN ('root-access-key', 'unused-credential', 'key-rotation', 'two-active-keys', 'key-from-setup', 'human-with-key', 'admin-with-key')
    AND x.account_id IN (r.account_id, '*')
    AND x.user_name IN (r.user_name, '*')
    AND x.expires_on >= r.report_date
    AND NOT contains(x.better, r.account_id || '|' || r.user_name)
    AND NOT contains(x.better, r.account_id || '|*')
    AND NOT contains(x.better, '*|' || r.user_name)
  GROUP BY
    r.dt,
    r.report_date,
    r.account_id,
    r.account_name,
    r.ou_path,
    r.user_name,
    r.arn,
    r.is_root,
    r.owner,
    r.credential,
    r.key_id,
    r.set_at,
    r.age_days,
    r.used_at,
    r.used_region,
    r.used_service,
    r.idle_days,
    r.admin_right,
    r.quarantine_policy,
    r.advice,
    r.reason
)
SELECT
  row_number() OVER (
    ORDER BY
      CASE WHEN quarantine_policy IS NOT NULL THEN 1 WHEN is_excepted THEN 3 ELSE 2 END,
      CASE WHEN is_root THEN 1 ELSE 2 END,
      CASE coalesce(admin_right, 'yes') WHEN 'yes' THEN 1 WHEN 'conditional' THEN 2 WHEN 'bounded' THEN 3 WHEN 'unknown' THEN 4 ELSE 5 END,
      idle_days DESC NULLS FIRST,
      age_days DESC NULLS FIRST,
      account_id,
      user_name,
      credential
  ) AS place,
  dt,
  report_date,
  account_id,
  account_name,
  ou_path,
  owner,
  user_name,
  arn,
  is_root,
  credential,
  key_id,
  set_at AS last_rotated_at,
  age_days,
  used_at AS last_used_at,
  used_service AS last_used_service,
  used_region AS last_used_region,
  idle_days,
  admin_right,
  exceptions,
  is_excepted,
  advice,
  reason
FROM covered
