-- One row per user (control NULL), and one per control and credential that the user fails, with the evidence in words.
-- The rules are here, once: finding and daily_summary read this view, so that each of them scans the reports once.
-- What was never used is idle since it was set, and a date that a report does not tell is no pass.
CREATE OR REPLACE VIEW z_user_check AS
WITH
fact AS (
  SELECT
    *,
    -- Reports from before about 2024 do not tell whether root has a password: it always had one.
    coalesce(password_enabled, is_root) AS has_password,
    access_key_1_active OR access_key_2_active AS has_active_key,
    cert_1_active OR cert_2_active AS has_active_certificate,
    CASE WHEN access_key_1_active THEN 1 ELSE 0 END + CASE WHEN access_key_2_active THEN 1 ELSE 0 END AS active_keys,
    CASE WHEN access_key_1_active AND date_diff('day', cast(access_key_1_last_rotated_at AS date), report_date) > 90 THEN 1 ELSE 0 END
      + CASE WHEN access_key_2_active AND date_diff('day', cast(access_key_2_last_rotated_at AS date), report_date) > 90 THEN 1 ELSE 0 END
      AS old_active_keys,
    nullif(
      greatest(
        coalesce(password_last_used_at, timestamp '1970-01-01 00:00:00'),
        coalesce(access_key_1_last_used_at, timestamp '1970-01-01 00:00:00'),
        coalesce(access_key_2_last_used_at, timestamp '1970-01-01 00:00:00')
      ),
      timestamp '1970-01-01 00:00:00'
    ) AS last_used_at
  FROM user_credential
),
slotted AS (
  SELECT
    f.*,
    c.control,
    c.credential,
    c.words,
    CASE c.credential
      WHEN 'password' THEN f.has_password
      WHEN 'access_key_1' THEN f.access_key_1_active
      WHEN 'access_key_2' THEN f.access_key_2_active
      WHEN 'certificate_1' THEN f.cert_1_active
      WHEN 'certificate_2' THEN f.cert_2_active
    END AS active,
    CASE c.credential
      WHEN 'password' THEN f.password_last_changed_at
      WHEN 'access_key_1' THEN f.access_key_1_last_rotated_at
      WHEN 'access_key_2' THEN f.access_key_2_last_rotated_at
      WHEN 'certificate_1' THEN f.cert_1_last_rotated_at
      WHEN 'certificate_2' THEN f.cert_2_last_rotated_at
    END AS set_at,
    CASE c.credential
      WHEN 'user' THEN f.last_used_at
      WHEN 'password' THEN f.password_last_used_at
      WHEN 'access_key_1' THEN f.access_key_1_last_used_at
      WHEN 'access_key_2' THEN f.access_key_2_last_used_at
    END AS used_at
  FROM fact AS f
  CROSS JOIN (
    VALUES
      (NULL, 'user', 'user'),
      ('root-access-key', 'access_key_1', 'access key 1'),
      ('root-access-key', 'access_key_2', 'access key 2'),
      ('root-mfa', 'user', 'user'),
      ('root-used', 'user', 'user'),
      ('console-mfa', 'user', 'user'),
      ('unused-credential', 'password', 'password'),
      ('unused-credential', 'access_key_1', 'access key 1'),
      ('unused-credential', 'access_key_2', 'access key 2'),
      ('key-rotation', 'access_key_1', 'access key 1'),
      ('key-rotation', 'access_key_2', 'access key 2'),
      ('two-active-keys', 'user', 'user'),
      ('key-from-setup', 'access_key_1', 'access key 1'),
      ('key-from-setup', 'access_key_2', 'access key 2'),
      ('user-mfa', 'user', 'user'),
      ('active-certificate', 'certificate_1', 'certificate 1'),
      ('active-certificate', 'certificate_2', 'certificate 2'),
      ('console-user', 'password', 'password'),
      ('human-with-key', 'user', 'user'),
      ('dead-user', 'user', 'user')
  ) AS c (control, credential, words)
),
aged AS (
  SELECT
    *,
    date_diff('day', cast(set_at AS date), report_date) AS age_days,
    date_diff('day', cast(coalesce(used_at, set_at, user_created_at) AS date), report_date) AS idle_days
  FROM slotted
)
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  has_password,
  mfa_active,
  active_keys,
  old_active_keys,
  control,
  credential,
  active,
  idle_days,
  evidence
FROM (
  SELECT
    *,
    CASE
      WHEN control IS NULL THEN ''
      WHEN control = 'root-access-key' AND is_root AND active
        THEN words || ' is active, last rotated ' || coalesce(cast(cast(set_at AS date) AS varchar), 'on an unknown day')
          || coalesce(', last used ' || cast(cast(used_at AS date) AS varchar), ', never used')
      WHEN control = 'root-access-key' AND is_root AND set_at IS NOT NULL
        THEN words || ' is deactivated but not deleted, last rotated ' || cast(cast(set_at AS date) AS varchar)
      -- In GovCloud the root user cannot sign in.
      WHEN control = 'root-mfa' AND is_root AND NOT mfa_active AND (has_password OR has_active_key) AND split_part(arn, ':', 2) <> 'aws-us-gov'
        THEN 'MFA is off, the root user has ' || CASE WHEN has_password THEN 'a password' ELSE 'an active access key' END
      WHEN control = 'root-used' AND is_root AND used_at IS NOT NULL AND idle_days <= 90
        THEN 'root user last used ' || cast(cast(used_at AS date) AS varchar) || ', ' || cast(idle_days AS varchar)
          || CASE WHEN idle_days = 1 THEN ' day before the report' ELSE ' days before the report' END
      WHEN control = 'console-mfa' AND NOT is_root AND has_password AND NOT mfa_active
        THEN 'password enabled, MFA is off'
      WHEN control = 'unused-credential' AND NOT is_root AND active AND coalesce(idle_days, 45) >= 45
        THEN CASE
            WHEN used_at IS NOT NULL THEN words || ' last used ' || cast(cast(used_at AS date) AS varchar)
            WHEN set_at IS NOT NULL THEN words || ' never used, set ' || cast(cast(set_at AS date) AS varchar)
            ELSE words || ' never used, user created ' || coalesce(cast(cast(user_created_at AS date) AS varchar), 'on an unknown day')
          END || coalesce(', ' || cast(idle_days AS varchar) || ' days before the report', '')
      WHEN control = 'key-rotation' AND NOT is_root AND active AND coalesce(age_days, 91) > 90
        THEN words || ' last rotated '
          || coalesce(cast(cast(set_at AS date) AS varchar) || ', ' || cast(age_days AS varchar) || ' days before the report', 'on an unknown day')
      WHEN control = 'two-active-keys' AND NOT is_root AND access_key_1_active AND access_key_2_active
        THEN 'access keys 1 and 2 are active'
      WHEN control = 'key-from-setup' AND NOT is_root AND has_password AND active AND used_at IS NULL
        AND abs(date_diff('second', user_created_at, set_at)) <= 3600
        THEN words || ' never used, set within an hour of the user, who has a password'
      WHEN control = 'user-mfa' AND NOT is_root AND NOT mfa_active AND NOT has_password AND (has_active_key OR has_active_certificate)
        THEN 'MFA is off, no password, ' || CASE WHEN has_active_key THEN 'an access key' ELSE 'a certificate' END || ' is active'
      WHEN control = 'active-certificate' AND active
        THEN words || ' is active, set ' || coalesce(cast(cast(set_at AS date) AS varchar), 'on an unknown day')
      WHEN control = 'console-user' AND NOT is_root AND has_password
        THEN 'password enabled'
      WHEN control = 'human-with-key' AND NOT is_root AND has_password AND has_active_key
        THEN 'password enabled, ' || CASE
            WHEN access_key_1_active AND access_key_2_active THEN 'access keys 1 and 2 are active'
            WHEN access_key_1_active THEN 'access key 1 is active'
            ELSE 'access key 2 is active'
          END
      WHEN control = 'dead-user' AND NOT is_root AND NOT has_password AND NOT has_active_key AND NOT has_active_certificate
        THEN 'no password, no active access key, no active certificate'
    END AS evidence
  FROM aged
) AS judged
WHERE evidence IS NOT NULL
