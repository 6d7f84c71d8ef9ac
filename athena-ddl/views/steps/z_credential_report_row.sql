-- Every row of every report with its types, and whether it can be relied on; user_credential keeps those that can.
-- The account comes from the object's key, which the bucket policy ties to the writer, never from what is in the file.
CREATE OR REPLACE VIEW z_credential_report_row AS
WITH
located AS (
  SELECT
    dt,
    "$path" AS object_path,
    nullif(regexp_extract("$path", '^s3://[^/]+/credential-reports/[0-9]{4}/[0-9]{2}/[0-9]{2}/([0-9]{12}-[^/]*)[.]csv$', 1), '') AS object_name,
    "user" AS user_name,
    arn,
    CASE WHEN substr(user_creation_time, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(user_creation_time, 1, 19), 'T', ' ') AS timestamp) END AS user_created_at,
    CASE lower(password_enabled) WHEN 'true' THEN true WHEN 'false' THEN false END AS password_enabled,
    password_enabled AS password_enabled_raw,
    CASE WHEN substr(password_last_used, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(password_last_used, 1, 19), 'T', ' ') AS timestamp) END AS password_last_used_at,
    password_last_used AS password_last_used_raw,
    CASE WHEN substr(password_last_changed, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(password_last_changed, 1, 19), 'T', ' ') AS timestamp) END AS password_last_changed_at,
    password_last_changed AS password_last_changed_raw,
    CASE WHEN substr(password_next_rotation, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(password_next_rotation, 1, 19), 'T', ' ') AS timestamp) END AS password_next_rotation_at,
    CASE lower(mfa_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS mfa_active,
    CASE lower(access_key_1_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS access_key_1_active,
    CASE WHEN substr(access_key_1_last_rotated, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(access_key_1_last_rotated, 1, 19), 'T', ' ') AS timestamp) END AS access_key_1_last_rotated_at,
    CASE WHEN substr(access_key_1_last_used_date, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(access_key_1_last_used_date, 1, 19), 'T', ' ') AS timestamp) END AS access_key_1_last_used_at,
    access_key_1_last_used_date AS access_key_1_last_used_raw,
    access_key_1_last_used_region,
    access_key_1_last_used_service,
    CASE lower(access_key_2_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS access_key_2_active,
    CASE WHEN substr(access_key_2_last_rotated, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(access_key_2_last_rotated, 1, 19), 'T', ' ') AS timestamp) END AS access_key_2_last_rotated_at,
    CASE WHEN substr(access_key_2_last_used_date, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(access_key_2_last_used_date, 1, 19), 'T', ' ') AS timestamp) END AS access_key_2_last_used_at,
    access_key_2_last_used_date AS access_key_2_last_used_raw,
    access_key_2_last_used_region,
    access_key_2_last_used_service,
    CASE lower(cert_1_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS cert_1_active,
    CASE WHEN substr(cert_1_last_rotated, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(cert_1_last_rotated, 1, 19), 'T', ' ') AS timestamp) END AS cert_1_last_rotated_at,
    CASE lower(cert_2_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS cert_2_active,
    CASE WHEN substr(cert_2_last_rotated, 20) IN ('Z', '+00:00') THEN try_cast(replace(substr(cert_2_last_rotated, 1, 19), 'T', ' ') AS timestamp) END AS cert_2_last_rotated_at,
    additional_credentials_info,
    user_creation_time,
    password_next_rotation,
    access_key_1_last_rotated,
    access_key_2_last_rotated,
    cert_1_last_rotated,
    cert_2_last_rotated
  FROM credential_report
),
named AS (
  SELECT
    *,
    substr(object_name, 1, 12) AS account_id,
    -- Names are encoded as in quoted-printable: `=` and two hex digits stand for a byte.
    nullif(regexp_extract(object_name, '^[0-9]{12}-([A-Za-z0-9._-]|=[0-9A-F]{2})*$', 0), '') AS well_formed_name
  FROM located
),
judged AS (
  SELECT
    *,
    coalesce(
      well_formed_name IS NOT NULL
        AND user_name <> ''
        AND split_part(arn, ':', 1) = 'arn'
        AND split_part(arn, ':', 3) = 'iam'
        AND split_part(arn, ':', 5) = account_id
        -- Slots are filled from the left, so the last one tells whether a field is missing.
        AND cert_2_last_rotated IS NOT NULL
        AND (password_enabled IS NOT NULL OR (password_enabled_raw = 'not_supported' AND split_part(arn, ':', 6) = 'root'))
        AND mfa_active IS NOT NULL
        AND access_key_1_active IS NOT NULL
        AND access_key_2_active IS NOT NULL
        AND cert_1_active IS NOT NULL
        AND cert_2_active IS NOT NULL
        AND (user_created_at IS NOT NULL OR user_creation_time IN ('N/A', 'no_information', 'not_supported', ''))
        AND (password_last_used_at IS NOT NULL OR password_last_used_raw IN ('N/A', 'no_information', 'not_supported', ''))
        AND (password_last_changed_at IS NOT NULL OR password_last_changed_raw IN ('N/A', 'no_information', 'not_supported', ''))
        AND (password_next_rotation_at IS NOT NULL OR password_next_rotation IN ('N/A', 'no_information', 'not_supported', ''))
        AND (access_key_1_last_rotated_at IS NOT NULL OR access_key_1_last_rotated IN ('N/A', 'no_information', 'not_supported', ''))
        AND (access_key_1_last_used_at IS NOT NULL OR access_key_1_last_used_raw IN ('N/A', 'no_information', 'not_supported', ''))
        AND (access_key_2_last_rotated_at IS NOT NULL OR access_key_2_last_rotated IN ('N/A', 'no_information', 'not_supported', ''))
        AND (access_key_2_last_used_at IS NOT NULL OR access_key_2_last_used_raw IN ('N/A', 'no_information', 'not_supported', ''))
        AND (cert_1_last_rotated_at IS NOT NULL OR cert_1_last_rotated IN ('N/A', 'no_information', 'not_supported', ''))
        AND (cert_2_last_rotated_at IS NOT NULL OR cert_2_last_rotated IN ('N/A', 'no_information', 'not_supported', '')),
      false
    ) AS is_readable
  FROM named
)
SELECT
  dt,
  try_cast(replace(dt, '/', '-') AS date) AS report_date,
  object_path,
  -- A rename between two runs may leave two objects on one day: the greatest path counts.
  account_id IS NULL OR object_path = max(object_path) OVER (PARTITION BY dt, account_id) AS is_counted_object,
  is_readable,
  account_id,
  coalesce(try(url_decode(replace(substr(well_formed_name, 14), '=', '%'))), '') AS account_name,
  user_name,
  arn,
  -- Only the root user's ARN ends in `root`; a user's goes on with `user/`.
  split_part(arn, ':', 6) = 'root' AS is_root,
  user_created_at,
  password_enabled,
  password_enabled_raw,
  password_last_used_at,
  password_last_used_raw,
  password_last_changed_at,
  password_last_changed_raw,
  password_next_rotation_at,
  mfa_active,
  access_key_1_active,
  access_key_1_last_rotated_at,
  access_key_1_last_used_at,
  access_key_1_last_used_raw,
  access_key_1_last_used_region,
  access_key_1_last_used_service,
  access_key_2_active,
  access_key_2_last_rotated_at,
  access_key_2_last_used_at,
  access_key_2_last_used_raw,
  access_key_2_last_used_region,
  access_key_2_last_used_service,
  cert_1_active,
  cert_1_last_rotated_at,
  cert_2_active,
  cert_2_last_rotated_at,
  additional_credentials_info
FROM judged
