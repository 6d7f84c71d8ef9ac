-- Every line of what IAM tells beside a report, and whether it can be relied on: its kind is known, and whom or what it is
-- about is there. The account comes from the object's key, which the bucket policy ties to the writer.
CREATE OR REPLACE VIEW z_user_fact_row AS
WITH reported AS (
  SELECT
    dt,
    "$path" AS object_path,
    nullif(regexp_extract("$path", '^s3://[^/]+/user-facts/[0-9]{4}/[0-9]{2}/[0-9]{2}/([0-9]{12})[.]jsonl$', 1), '') AS account_id,
    json_extract_scalar(line, '$.fact') AS fact,
    json_extract_scalar(line, '$.user_name') AS user_name,
    json_extract_scalar(line, '$.attached_to') AS attached_to,
    json_extract_scalar(line, '$.name') AS name,
    json_extract_scalar(line, '$.policy_arn') AS policy_arn,
    line
  FROM user_fact_line
)
SELECT
  dt,
  try_cast(replace(dt, '/', '-') AS date) AS report_date,
  object_path,
  coalesce(
    account_id IS NOT NULL AND CASE fact
      WHEN 'user' THEN user_name <> ''
      WHEN 'access_key' THEN user_name <> '' AND json_extract_scalar(line, '$.access_key_id') <> ''
      WHEN 'service_credential' THEN user_name <> '' AND json_extract_scalar(line, '$.credential_id') <> ''
      WHEN 'virtual_mfa_device' THEN json_extract_scalar(line, '$.serial_number') <> ''
      WHEN 'attached_policy' THEN attached_to IN ('user', 'group') AND name <> '' AND policy_arn <> ''
      WHEN 'statement' THEN (policy_arn <> '' OR (attached_to IN ('user', 'group') AND name <> ''))
        AND json_extract_scalar(line, '$.effect') IN ('Allow', 'Deny')
      WHEN 'password_policy' THEN json_extract_scalar(line, '$.is_set') IN ('true', 'false')
      WHEN 'account_summary' THEN json_extract(line, '$.summary') IS NOT NULL
      WHEN 'not_read' THEN json_extract_scalar(line, '$.call') <> ''
    END,
    false
  ) AS is_readable,
  account_id,
  fact,
  user_name,
  attached_to,
  name,
  policy_arn,
  line
FROM reported
