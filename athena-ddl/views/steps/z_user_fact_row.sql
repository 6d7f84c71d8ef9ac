-- Every line of what IAM tells beside a report, and whether it can be relied on: its kind is known, and whom or what it is
-- about is there. The account comes from the object's key, which the bucket policy ties to the writer.
-- Today and yesterday are read from the objects, earlier days from their history, which has one more row of each day. Its
-- `object_path` is empty: it says that the day is written, and is neither readable nor unreadable.
CREATE OR REPLACE VIEW z_user_fact_row AS
WITH
stored AS (
  SELECT
    dt,
    "$path" AS object_path,
    line
  FROM user_fact_line
  WHERE dt >= date_format(current_date - interval '1' day, '%Y/%m/%d')
  UNION ALL
  SELECT
    dt,
    object_path,
    line
  FROM user_fact_line_history
  WHERE dt < date_format(current_date - interval '1' day, '%Y/%m/%d')
),
reported AS (
  SELECT
    dt,
    object_path,
    nullif(regexp_extract(object_path, '^s3://[^/]+/user-facts/[0-9]{4}/[0-9]{2}/[0-9]{2}/([0-9]{12})[.]jsonl$', 1), '') AS account_id,
    json_extract_scalar(line, '$.fact') AS fact,
    json_extract_scalar(line, '$.user_name') AS user_name,
    json_extract_scalar(line, '$.attached_to') AS attached_to,
    json_extract_scalar(line, '$.name') AS name,
    json_extract_scalar(line, '$.policy_arn') AS policy_arn,
    coalesce(json_extract_scalar(line, '$.access_key_id'), json_extract_scalar(line, '$.credential_id'), json_extract_scalar(line, '$.serial_number')) AS id,
    json_extract_scalar(line, '$.status') AS status,
    coalesce(json_extract_scalar(line, '$.created_at'), json_extract_scalar(line, '$.enabled_at')) AS created_at,
    json_extract_scalar(line, '$.expires_at') AS expires_at,
    json_extract_scalar(line, '$.policy_name') AS policy_name,
    json_extract_scalar(line, '$.effect') AS effect,
    json_extract_scalar(line, '$.has_condition') AS has_condition,
    json_extract_scalar(line, '$.call') AS call,
    json_format(json_extract(line, '$.groups')) AS group_names,
    json_format(json_extract(line, '$.actions')) AS actions,
    json_format(json_extract(line, '$.not_actions')) AS not_actions,
    json_format(json_extract(line, '$.resources')) AS resources,
    json_format(json_extract(line, '$.not_resources')) AS not_resources,
    line
  FROM stored
),
typed AS (
  SELECT
    dt,
    try_cast(replace(dt, '/', '-') AS date) AS report_date,
    object_path,
    CASE WHEN object_path <> '' THEN coalesce(
      account_id IS NOT NULL AND CASE fact
        WHEN 'user' THEN user_name <> ''
        WHEN 'access_key' THEN user_name <> '' AND id <> ''
        WHEN 'service_credential' THEN user_name <> '' AND id <> ''
        WHEN 'virtual_mfa_device' THEN id <> ''
        WHEN 'attached_policy' THEN attached_to IN ('user', 'group') AND name <> '' AND policy_arn <> ''
        WHEN 'statement' THEN (policy_arn <> '' OR (attached_to IN ('user', 'group') AND name <> ''))
          AND effect IN ('Allow', 'Deny')
          AND actions LIKE '[%'
          AND not_actions LIKE '[%'
          AND resources LIKE '[%'
          AND not_resources LIKE '[%'
        WHEN 'password_policy' THEN json_extract_scalar(line, '$.is_set') IN ('true', 'false')
        WHEN 'account_summary' THEN json_extract(line, '$.summary') IS NOT NULL
        WHEN 'not_read' THEN call <> ''
      END,
      false
    ) END AS is_readable,
    account_id,
    fact,
    user_name,
    attached_to,
    name,
    policy_arn,
    id,
    status,
    try_cast(replace(regexp_extract(created_at, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS created_at,
    try_cast(replace(regexp_extract(expires_at, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS expires_at,
    policy_name,
    effect,
    has_condition = 'true' AS has_condition,
    call,
    group_names,
    actions,
    not_actions,
    resources,
    not_resources,
    line
  FROM reported
)
SELECT
  *,
  -- What expires on the report's day still signed in on it.
  status = 'Active' AND coalesce(expires_at >= cast(report_date AS timestamp), true) AS is_active
FROM typed
