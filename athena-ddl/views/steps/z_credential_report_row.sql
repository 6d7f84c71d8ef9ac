-- Every row of every report with its types, and whether it can be relied on.
-- The account comes from the object's key, which the bucket policy ties to the writer, never from what is in the file.
-- Today and yesterday are read from the objects, earlier days from their history, which has one more row of each day. Its
-- `object_path` is empty: it says that the day is written, and is neither readable nor unreadable.
CREATE OR REPLACE VIEW z_credential_report_row AS
WITH
stored AS (
  SELECT
    dt,
    "$path" AS object_path,
    "user",
    arn,
    user_creation_time,
    password_enabled,
    password_last_used,
    password_last_changed,
    password_next_rotation,
    mfa_active,
    access_key_1_active,
    access_key_1_last_rotated,
    access_key_1_last_used_date,
    access_key_1_last_used_region,
    access_key_1_last_used_service,
    access_key_2_active,
    access_key_2_last_rotated,
    access_key_2_last_used_date,
    access_key_2_last_used_region,
    access_key_2_last_used_service,
    cert_1_active,
    cert_1_last_rotated,
    cert_2_active,
    cert_2_last_rotated,
    additional_credentials_info
  FROM credential_report
  WHERE dt >= date_format(current_date - interval '1' day, '%Y/%m/%d')
  UNION ALL
  SELECT
    dt,
    object_path,
    "user",
    arn,
    user_creation_time,
    password_enabled,
    password_last_used,
    password_last_changed,
    password_next_rotation,
    mfa_active,
    access_key_1_active,
    access_key_1_last_rotated,
    access_key_1_last_used_date,
    access_key_1_last_used_region,
    access_key_1_last_used_service,
    access_key_2_active,
    access_key_2_last_rotated,
    access_key_2_last_used_date,
    access_key_2_last_used_region,
    access_key_2_last_used_service,
    cert_1_active,
    cert_1_last_rotated,
    cert_2_active,
    cert_2_last_rotated,
    additional_credentials_info
  FROM credential_report_history
  WHERE dt < date_format(current_date - interval '1' day, '%Y/%m/%d')
),
located AS (
  SELECT
    dt,
    object_path,
    nullif(regexp_extract(object_path, '^s3://[^/]+/credential-reports/[0-9]{4}/[0-9]{2}/[0-9]{2}/([0-9]{12}-[^/]*)[.]csv$', 1), '') AS object_name,
    "user" AS user_name,
    arn,
    try_cast(replace(regexp_extract(user_creation_time, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS user_created_at,
    CASE lower(password_enabled) WHEN 'true' THEN true WHEN 'false' THEN false END AS password_enabled,
    password_enabled AS password_enabled_raw,
    try_cast(replace(regexp_extract(password_last_used, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS password_last_used_at,
    password_last_used AS password_last_used_raw,
    try_cast(replace(regexp_extract(password_last_changed, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS password_last_changed_at,
    password_last_changed AS password_last_changed_raw,
    try_cast(replace(regexp_extract(password_next_rotation, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS password_next_rotation_at,
    CASE lower(mfa_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS mfa_active,
    CASE lower(access_key_1_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS access_key_1_active,
    try_cast(replace(regexp_extract(access_key_1_last_rotated, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS access_key_1_last_rotated_at,
    try_cast(replace(regexp_extract(access_key_1_last_used_date, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS access_key_1_last_used_at,
    access_key_1_last_used_date AS access_key_1_last_used_raw,
    access_key_1_last_used_region,
    access_key_1_last_used_service,
    CASE lower(access_key_2_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS access_key_2_active,
    try_cast(replace(regexp_extract(access_key_2_last_rotated, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS access_key_2_last_rotated_at,
    try_cast(replace(regexp_extract(access_key_2_last_used_date, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS access_key_2_last_used_at,
    access_key_2_last_used_date AS access_key_2_last_used_raw,
    access_key_2_last_used_region,
    access_key_2_last_used_service,
    CASE lower(cert_1_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS cert_1_active,
    try_cast(replace(regexp_extract(cert_1_last_rotated, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS cert_1_last_rotated_at,
    CASE lower(cert_2_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS cert_2_active,
    try_cast(replace(regexp_extract(cert_2_last_rotated, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS cert_2_last_rotated_at,
    additional_credentials_info,
    user_creation_time,
    password_next_rotation,
    access_key_1_last_rotated,
    access_key_2_last_rotated,
    cert_1_last_rotated,
    cert_2_last_rotated
  FROM stored
),
named AS (
  SELECT
    *,
    substr(object_name, 1, 12) AS account_id,
    try_cast(replace(dt, '/', '-') AS date) AS report_date,
    -- Names are encoded as in quoted-printable: `=` and two hex digits stand for a byte. The bytes are UTF-8, of one
    -- byte, two, three or four, as RFC 3629 has them.
    nullif(
      regexp_extract(
        object_name,
        '^[0-9]{12}-([A-Za-z0-9._-]|=[0-7][0-9A-F]'
          || '|=(C[2-9A-F]|D[0-9A-F])=[89AB][0-9A-F]'
          || '|=(E0=[AB]|(E[1-9A-C]|E[EF])=[89AB]|ED=[89])[0-9A-F]=[89AB][0-9A-F]'
          || '|=(F0=[9AB]|F[1-3]=[89AB]|F4=8)[0-9A-F]=[89AB][0-9A-F]=[89AB][0-9A-F])*$',
        0
      ),
      ''
    ) AS well_formed_name
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
    ) AS is_readable,
    -- Only the root user's ARN ends in `root`; a user's goes on with `user/`.
    coalesce(split_part(arn, ':', 6) = 'root', false) AS is_root,
    -- AWS is from 2006, and a run that is late tells of the day after its own.
    timestamp '2006-01-01 00:00:00' AS earliest_time,
    cast(report_date AS timestamp) + interval '2' day AS end_time
  FROM named
)
SELECT
  dt,
  report_date,
  object_path,
  object_name,
  CASE WHEN object_path <> '' THEN is_readable END AS is_readable,
  account_id,
  coalesce(try(url_decode(replace(substr(well_formed_name, 14), '=', '%'))), '') AS account_name,
  user_name,
  arn,
  is_root,
  user_created_at,
  -- Reports from before about 2024 do not tell whether root has a password: it always had one.
  coalesce(password_enabled, is_root) AS has_password,
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
  -- One that is NULL makes `greatest` NULL.
  coalesce(
    greatest(password_last_used_at, access_key_1_last_used_at, access_key_2_last_used_at),
    greatest(password_last_used_at, access_key_1_last_used_at),
    greatest(password_last_used_at, access_key_2_last_used_at),
    greatest(access_key_1_last_used_at, access_key_2_last_used_at),
    password_last_used_at,
    access_key_1_last_used_at,
    access_key_2_last_used_at
  ) AS last_used_at,
  additional_credentials_info,
  earliest_time,
  end_time,
  CASE WHEN user_created_at < earliest_time OR user_created_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN password_last_used_at < earliest_time OR password_last_used_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN password_last_changed_at < earliest_time OR password_last_changed_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN access_key_1_last_rotated_at < earliest_time OR access_key_1_last_rotated_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN access_key_1_last_used_at < earliest_time OR access_key_1_last_used_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN access_key_2_last_rotated_at < earliest_time OR access_key_2_last_rotated_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN access_key_2_last_used_at < earliest_time OR access_key_2_last_used_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN cert_1_last_rotated_at < earliest_time OR cert_1_last_rotated_at >= end_time THEN 1 ELSE 0 END
    + CASE WHEN cert_2_last_rotated_at < earliest_time OR cert_2_last_rotated_at >= end_time THEN 1 ELSE 0 END AS impossible_dates
FROM judged
