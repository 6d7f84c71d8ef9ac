-- One row per user and day, in each `scope` of z_user_policy, of whom IAM tells something beside the report: the keys' ids, tags, groups, what else signs in,
-- and whether the user is an administrator or can become one without anybody's help. Every line is read once: policies are
-- brought to those who have them, groups to their members. What is to become rows again is text until then, with a line
-- break between grants: a filter on `dt` does not pass where DuckDB unnests an array of a column.
CREATE OR REPLACE VIEW z_user_fact AS
WITH
held AS (
  SELECT
    scope,
    dt,
    report_date,
    account_id,
    holder,
    array_join(array_agg(DISTINCT principal) FILTER (WHERE principal IS NOT NULL), ' ') AS principals,
    array_join(array_agg(DISTINCT user_name) FILTER (WHERE fact = 'user'), ' ') AS members,
    -- A policy that is attached and of which no statement came was not read. Those of AWS need none: who has them is known.
    CASE
      WHEN count(CASE WHEN fact = 'attached_policy' AND split_part(policy_arn, ':', 5) <> 'aws' THEN 1 END) > 0
        AND count(CASE WHEN fact = 'statement' THEN 1 END) = 0
        THEN 'unread - - - ' || coalesce(max(policy_name), '-') || ' '
      ELSE array_join(array_agg(DISTINCT granted) FILTER (WHERE granted IS NOT NULL), chr(10))
    END AS grants,
    bool_or(is_any_unread) AS is_any_unread,
    bool_or(is_policy_unread) AS is_policy_unread,
    bool_or(is_key_unread OR coalesce(call = 'ListAccessKeys', false)) AS is_key_unread,
    bool_or(is_device_unread) AS is_device_unread,
    bool_or(is_service_unread OR coalesce(call = 'ListServiceSpecificCredentials', false)) AS is_service_unread,
    max(CASE WHEN fact = 'user' THEN line END) AS user_line,
    max(CASE WHEN fact = 'password_policy' THEN line END) AS password_policy_line,
    count(DISTINCT CASE WHEN fact = 'access_key' THEN id END) AS key_count,
    min(CASE WHEN fact = 'access_key' THEN id END) AS first_key_id,
    max(CASE WHEN fact = 'access_key' THEN id END) AS last_key_id,
    min_by(created_at, CASE WHEN fact = 'access_key' THEN id END) AS first_key_created_at,
    max_by(created_at, CASE WHEN fact = 'access_key' THEN id END) AS last_key_created_at,
    count(CASE WHEN fact = 'service_credential' AND is_active THEN 1 END) AS active_services,
    count(CASE WHEN fact = 'service_credential' AND is_active AND expires_at IS NULL THEN 1 END) AS endless_services,
    min(CASE WHEN fact = 'service_credential' AND is_active THEN created_at END) AS oldest_service_at,
    array_join(
      array_agg(DISTINCT coalesce(replace(substr(cast(created_at AS varchar), 1, 19), ' ', 'T'), '') || '=' || id) FILTER (WHERE fact = 'virtual_mfa_device'),
      ' '
    ) AS virtual_devices
  FROM z_user_policy
  GROUP BY scope, dt, report_date, account_id, holder
),
granted AS (
  SELECT
    scope,
    dt,
    report_date,
    account_id,
    p.principal,
    max(CASE WHEN holder = p.principal THEN members END) AS members,
    array_join(
      array_agg(DISTINCT split_part(g.granted, ' ', 1) || ' ' || p.principal || substr(g.granted, length(split_part(g.granted, ' ', 1)) + 1))
        FILTER (WHERE g.granted IS NOT NULL),
      chr(10)
    ) AS grants,
    bool_or(is_any_unread) AS is_any_unread,
    bool_or(is_policy_unread) AS is_policy_unread,
    bool_or(is_key_unread) AS is_key_unread,
    bool_or(is_device_unread) AS is_device_unread,
    bool_or(is_service_unread) AS is_service_unread,
    max(CASE WHEN holder = p.principal THEN user_line END) AS user_line,
    max(CASE WHEN holder = p.principal THEN password_policy_line END) AS password_policy_line,
    max(CASE WHEN holder = p.principal THEN key_count END) AS key_count,
    max(CASE WHEN holder = p.principal THEN first_key_id END) AS first_key_id,
    max(CASE WHEN holder = p.principal THEN last_key_id END) AS last_key_id,
    max(CASE WHEN holder = p.principal THEN first_key_created_at END) AS first_key_created_at,
    max(CASE WHEN holder = p.principal THEN last_key_created_at END) AS last_key_created_at,
    max(CASE WHEN holder = p.principal THEN active_services END) AS active_services,
    max(CASE WHEN holder = p.principal THEN endless_services END) AS endless_services,
    max(CASE WHEN holder = p.principal THEN oldest_service_at END) AS oldest_service_at,
    max(CASE WHEN holder = p.principal THEN virtual_devices END) AS virtual_devices
  FROM held
  CROSS JOIN UNNEST(split(principals, ' ')) AS p (principal)
  LEFT JOIN UNNEST(split(grants, chr(10))) AS g (granted) ON true
  GROUP BY scope, dt, report_date, account_id, p.principal
),
-- Group by group: what a user has is in the user's own row alone, but for grants.
seated AS (
  SELECT
    scope,
    dt,
    report_date,
    account_id,
    m.user_name,
    split(array_join(array_agg(grants) FILTER (WHERE grants IS NOT NULL), chr(10)), chr(10)) AS grants,
    bool_or(is_any_unread) AS is_any_unread,
    bool_or(is_policy_unread) AS is_policy_unread,
    bool_or(is_key_unread) AS is_key_unread,
    bool_or(is_device_unread) AS is_device_unread,
    bool_or(is_service_unread) AS is_service_unread,
    max(CASE WHEN principal LIKE 'u:%' THEN user_line END) AS user_line,
    max(CASE WHEN principal LIKE 'u:%' THEN password_policy_line END) AS password_policy_line,
    max(CASE WHEN principal LIKE 'u:%' THEN key_count END) AS key_count,
    max(CASE WHEN principal LIKE 'u:%' THEN first_key_id END) AS first_key_id,
    max(CASE WHEN principal LIKE 'u:%' THEN last_key_id END) AS last_key_id,
    max(CASE WHEN principal LIKE 'u:%' THEN first_key_created_at END) AS first_key_created_at,
    max(CASE WHEN principal LIKE 'u:%' THEN last_key_created_at END) AS last_key_created_at,
    max(CASE WHEN principal LIKE 'u:%' THEN active_services END) AS active_services,
    max(CASE WHEN principal LIKE 'u:%' THEN endless_services END) AS endless_services,
    max(CASE WHEN principal LIKE 'u:%' THEN oldest_service_at END) AS oldest_service_at,
    max(CASE WHEN principal LIKE 'u:%' THEN virtual_devices END) AS virtual_devices
  FROM granted
  CROSS JOIN UNNEST(split(CASE WHEN principal LIKE 'u:%' THEN substr(principal, 3) ELSE members END, ' ')) AS m (user_name)
  GROUP BY scope, dt, report_date, account_id, m.user_name
),
-- Which of the grants reach the user: those on any resource, and those on the user's own ARN.
reached AS (
  SELECT
    *,
    json_extract_scalar(user_line, '$.boundary_arn') AS boundary_arn,
    try_cast(regexp_extract(json_extract_scalar(password_policy_line, '$.policy.MinimumPasswordLength'), '^[0-9]{1,4}$', 0) AS integer) AS minimum_length,
    try_cast(regexp_extract(json_extract_scalar(password_policy_line, '$.policy.PasswordReusePrevention'), '^[0-9]{1,4}$', 0) AS integer) AS reuse_prevention,
    filter(
      grants,
      g -> split_part(g, ' ', 5) = 'any' OR (
        split_part(g, ' ', 5) IN ('on', 'except')
        AND (
          cardinality(
            filter(
              split(regexp_extract(g, '^([^ ]* ){6}(.*)$', 2), '","'),
              p -> own_arn LIKE replace(p, '${aws:username}', replace(user_name, '_', '!_')) ESCAPE '!'
            )
          ) > 0
        ) = (split_part(g, ' ', 5) = 'on')
      )
    ) AS reaching
  FROM (
    SELECT
      *,
      replace(replace(json_extract_scalar(user_line, '$.arn'), 'arn:aws-cn:', 'arn:aws:'), 'arn:aws-us-gov:', 'arn:aws:') AS own_arn
    FROM seated
  ) AS named
),
-- A statement that denies always takes its way away; one that denies under a condition leaves it to that condition.
opened AS (
  SELECT
    *,
    array_sort(
      filter(
        reaching,
        g -> split_part(g, ' ', 3) = 'allow'
          AND cardinality(filter(reaching, d -> split_part(d, ' ', 1) = split_part(g, ' ', 1) AND split_part(d, ' ', 3) = 'deny' AND split_part(d, ' ', 4) = 'always')) = 0
      )
    ) AS ways
  FROM reached
),
weighed AS (
  SELECT
    *,
    filter(
      ways,
      g -> split_part(g, ' ', 4) = 'always'
        AND cardinality(filter(reaching, d -> split_part(d, ' ', 1) = split_part(g, ' ', 1) AND split_part(d, ' ', 3) = 'deny')) = 0
    ) AS sure_ways,
    array_sort(filter(grants, g -> split_part(g, ' ', 1) = 'quarantine')) AS quarantines,
    coalesce(cardinality(filter(grants, g -> split_part(g, ' ', 1) = 'unread')) > 0, false)
      OR is_any_unread OR is_policy_unread OR user_line IS NULL AS is_right_unread,
    coalesce(boundary_arn <> '' AND NOT (split_part(boundary_arn, ':', 5) = 'aws' AND split_part(boundary_arn, ':', 6) = 'policy/AdministratorAccess'), false) AS is_bounded
  FROM opened
),
decided AS (
  SELECT
    *,
    CASE WHEN cardinality(sure_ways) > 0 THEN sure_ways[1] WHEN cardinality(ways) > 0 THEN ways[1] END AS way,
    CASE
      WHEN cardinality(ways) > 0 AND is_bounded THEN 'bounded'
      WHEN cardinality(sure_ways) > 0 THEN 'yes'
      WHEN cardinality(ways) > 0 THEN 'conditional'
      WHEN is_right_unread THEN 'unknown'
      ELSE 'no'
    END AS admin_right
  FROM weighed
)
SELECT
  scope,
  dt,
  report_date,
  account_id,
  user_name,
  user_line IS NOT NULL AS is_reported,
  nullif(json_format(json_extract(user_line, '$.tags')), 'null') AS tags,
  nullif(json_format(json_extract(user_line, '$.groups')), 'null') AS groups,
  boundary_arn,
  admin_right,
  CASE admin_right WHEN 'yes' THEN 1 WHEN 'conditional' THEN 2 WHEN 'bounded' THEN 3 WHEN 'unknown' THEN 4 ELSE 5 END AS admin_right_rank,
  CASE
    WHEN way IS NOT NULL
      THEN 'policy ' || split_part(way, ' ', 6)
        || CASE WHEN split_part(way, ' ', 2) LIKE 'g:%' THEN ' of the group ' || substr(split_part(way, ' ', 2), 3) ELSE '' END
        || ' allows ' || CASE split_part(way, ' ', 1) WHEN '*' THEN 'everything' ELSE split_part(way, ' ', 1) END
        || CASE WHEN cardinality(sure_ways) > 0 THEN '' ELSE ' under a condition' END
        || CASE WHEN is_bounded THEN ', within the boundary ' || boundary_arn ELSE '' END
    WHEN admin_right = 'unknown' THEN 'not every policy could be read'
  END AS admin_evidence,
  CASE WHEN cardinality(quarantines) > 0 THEN split_part(quarantines[1], ' ', 6) END AS quarantine_policy,
  key_count,
  CASE WHEN key_count BETWEEN 1 AND 2 THEN first_key_id END AS first_key_id,
  CASE WHEN key_count = 2 THEN last_key_id END AS last_key_id,
  first_key_created_at,
  CASE WHEN key_count = 2 THEN last_key_created_at END AS last_key_created_at,
  active_services,
  endless_services,
  oldest_service_at,
  virtual_devices,
  CASE
    WHEN json_extract_scalar(password_policy_line, '$.is_set') = 'false' THEN 'there is no password policy'
    WHEN password_policy_line IS NOT NULL
      THEN concat_ws(
        ', ',
        CASE WHEN minimum_length >= 14 THEN NULL ELSE 'passwords may have ' || coalesce(cast(minimum_length AS varchar), 'a few') || ' characters, not at least 14' END,
        CASE
          WHEN reuse_prevention >= 24 THEN NULL
          ELSE coalesce('only the last ' || cast(reuse_prevention AS varchar) || ' passwords, not 24, may not be used again', 'passwords may be used again at once')
        END
      )
  END AS password_policy_flaw,
  NOT coalesce(is_any_unread OR is_device_unread, true) AS is_device_read,
  NOT coalesce(is_any_unread OR is_service_unread, true) AS is_service_read,
  NOT coalesce(is_any_unread OR is_policy_unread, true) AS is_policy_read,
  NOT coalesce(is_any_unread OR is_key_unread, true) AS is_key_read,
  json_extract_scalar(user_line, '$.user_id') AS user_id,
  json_extract_scalar(user_line, '$.arn') AS arn
FROM decided
