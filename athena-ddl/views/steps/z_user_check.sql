-- Every user and credential held against every control: whether the control is about it, and if it fails, the evidence in
-- words. Rows without control are those that numbers count: one per user and one per active access key. The rules are
-- here, once: finding, daily_summary and control_result read them, so that each of them scans the reports once.
-- A date that a report does not tell, or that cannot be, is no pass. A control that is off is not held against anybody.
CREATE OR REPLACE VIEW z_user_check AS
WITH
checked AS (
  SELECT
    s.*,
    c.control,
    c.severity,
    c.severity_rank,
    c.cis_v7,
    c.cis_v6,
    c.cis_v5,
    c.cis_v3,
    c.security_hub,
    c.threshold_days,
    c.threshold_words,
    access_key_1_active OR access_key_2_active AS has_active_key,
    cert_1_active OR cert_2_active AS has_active_certificate,
    coalesce(
      CASE
        WHEN c.control IN ('root-access-key', 'root-mfa', 'root-used', 'password-policy') THEN is_root
        WHEN c.control = 'root-hardware-mfa' THEN is_root AND mfa_active AND (has_password OR access_key_1_active OR access_key_2_active)
        WHEN c.control = 'active-certificate' THEN is_credential
        WHEN is_root THEN false
        WHEN c.control IN ('console-mfa', 'human-with-key') THEN has_password
        WHEN c.control IN ('unused-credential', 'key-rotation') THEN active
        WHEN c.control = 'two-active-keys' THEN access_key_1_active OR access_key_2_active
        WHEN c.control = 'key-from-setup' THEN has_password AND active
        WHEN c.control = 'user-mfa' THEN NOT has_password AND (access_key_1_active OR access_key_2_active OR cert_1_active OR cert_2_active)
        WHEN c.control IN ('console-user', 'dead-user', 'key-quarantined', 'service-credential') THEN true
        WHEN c.control = 'admin-with-key' THEN access_key_1_active OR access_key_2_active
      END,
      false
    ) AS is_about,
    -- What a control asks may be a fact that IAM did not tell: that is neither a failure nor a pass.
    CASE c.control
      WHEN 'key-quarantined' THEN is_policy_read OR quarantine_policy IS NOT NULL
      WHEN 'admin-with-key' THEN admin_right <> 'unknown'
      WHEN 'service-credential' THEN is_service_read OR coalesce(active_services > 0, false)
      WHEN 'root-hardware-mfa' THEN is_device_read OR virtual_devices IS NOT NULL
      WHEN 'password-policy' THEN password_policy_flaw IS NOT NULL
      ELSE true
    END AS is_reported,
    coalesce(active_services > 0 AND (endless_services > 0 OR coalesce(date_diff('day', cast(oldest_service_at AS date), report_date), 91) > 90), false) AS is_long_lived,
    coalesce(cast(cast(set_at AS date) AS varchar), 'on an unknown day') AS set_day,
    coalesce('last used ' || cast(cast(used_at AS date) AS varchar), 'never used') AS use_words
  FROM z_reported_slot AS s
  JOIN (
    SELECT
      v.control,
      v.credential,
      k.severity,
      k.severity_rank,
      k.cis_v7,
      k.cis_v6,
      k.cis_v5,
      k.cis_v3,
      k.security_hub,
      k.threshold_days,
      CASE WHEN k.threshold_days <> k.default_days THEN ' (threshold: ' || cast(k.threshold_days AS varchar) || ' days)' ELSE '' END AS threshold_words
    FROM (
      VALUES
        (NULL, 'user'),
        (NULL, 'access_key_1'),
        (NULL, 'access_key_2'),
        ('root-access-key', 'access_key_1'),
        ('root-access-key', 'access_key_2'),
        ('root-mfa', 'user'),
        ('root-used', 'user'),
        ('console-mfa', 'user'),
        ('unused-credential', 'password'),
        ('unused-credential', 'access_key_1'),
        ('unused-credential', 'access_key_2'),
        ('key-rotation', 'access_key_1'),
        ('key-rotation', 'access_key_2'),
        ('two-active-keys', 'user'),
        ('key-from-setup', 'access_key_1'),
        ('key-from-setup', 'access_key_2'),
        ('user-mfa', 'user'),
        ('active-certificate', 'certificate_1'),
        ('active-certificate', 'certificate_2'),
        ('console-user', 'password'),
        ('human-with-key', 'user'),
        ('dead-user', 'user'),
        ('key-quarantined', 'user'),
        ('admin-with-key', 'user'),
        ('service-credential', 'user'),
        ('root-hardware-mfa', 'user'),
        ('password-policy', 'user')
    ) AS v (control, credential)
    LEFT JOIN control AS k ON k.control = v.control
    WHERE v.control IS NULL OR NOT k.is_off
  ) AS c ON c.credential = s.credential
)
SELECT
  scope,
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  user_created_at,
  has_password,
  mfa_active,
  control,
  CASE WHEN control = 'service-credential' AND is_long_lived THEN 'medium' ELSE severity END AS severity,
  CASE WHEN control = 'service-credential' AND is_long_lived THEN 3 ELSE severity_rank END AS severity_rank,
  cis_v7,
  cis_v6,
  cis_v5,
  cis_v3,
  security_hub,
  credential,
  is_about AND is_reported AS is_checked,
  is_about AND NOT is_reported AS is_unknown,
  active,
  set_at AS last_rotated_at,
  used_at AS last_used_at,
  age_days,
  idle_days,
  to_rotate,
  key_id,
  admin_right,
  user_tags,
  user_owner,
  evidence
FROM (
  SELECT
    *,
    CASE
      WHEN control IS NULL AND (kind = 'user' OR active) THEN ''
      WHEN NOT (is_about AND is_reported) THEN NULL
      WHEN control = 'root-access-key' AND active
        THEN words || ' is active, last rotated ' || set_day || ', ' || use_words
      WHEN control = 'root-access-key' AND set_at IS NOT NULL
        THEN words || ' is deactivated but not deleted, last rotated ' || set_day
      -- In GovCloud the root user cannot sign in.
      WHEN control = 'root-mfa' AND NOT mfa_active AND (has_password OR has_active_key) AND split_part(arn, ':', 2) <> 'aws-us-gov'
        THEN 'MFA is off, the root user has ' || CASE WHEN has_password THEN 'a password' ELSE 'an active access key' END
      WHEN control = 'root-used' AND used_at IS NOT NULL AND coalesce(idle_days, 0) <= threshold_days
        THEN 'root user ' || use_words || ', ' || CASE
            WHEN idle_days IS NULL THEN 'an impossible day'
            WHEN idle_days = 1 THEN '1 day before the report'
            ELSE cast(idle_days AS varchar) || ' days before the report'
          END || threshold_words
      WHEN control = 'console-mfa' AND NOT mfa_active
        THEN 'password enabled, MFA is off'
      WHEN control = 'unused-credential' AND coalesce(idle_days, threshold_days) >= threshold_days
        THEN words || ' ' || use_words || CASE
            WHEN used_at IS NOT NULL THEN ''
            WHEN set_at IS NOT NULL THEN ', set ' || set_day
            ELSE ', user created ' || coalesce(cast(cast(user_created_at AS date) AS varchar), 'on an unknown day')
          END || CASE
            WHEN idle_days IS NOT NULL THEN ', ' || cast(idle_days AS varchar) || ' days before the report'
            WHEN coalesce(used_at, set_at, user_created_at) IS NOT NULL THEN ', an impossible day'
            ELSE ''
          END || threshold_words
      WHEN control = 'key-rotation' AND coalesce(age_days, threshold_days + 1) > threshold_days
        THEN words || ' last rotated ' || set_day || CASE
            WHEN age_days IS NOT NULL THEN ', ' || cast(age_days AS varchar) || ' days before the report'
            WHEN set_at IS NOT NULL THEN ', an impossible day'
            ELSE ''
          END || threshold_words
      WHEN control = 'two-active-keys' AND access_key_1_active AND access_key_2_active
        THEN 'access keys 1 and 2 are active'
      WHEN control = 'key-from-setup' AND used_at IS NULL
        THEN words || ' never used, set ' || CASE
            WHEN abs(date_diff('second', user_created_at, set_at)) <= 3600 THEN 'within an hour of'
            ELSE set_day || ', not within an hour of'
          END || ' the user, who has a password'
      WHEN control = 'user-mfa' AND NOT mfa_active
        THEN 'MFA is off, no password, ' || CASE WHEN has_active_key THEN 'an access key' ELSE 'a certificate' END || ' is active'
      WHEN control = 'active-certificate' AND active
        THEN words || ' is active, set ' || set_day
      WHEN control = 'console-user' AND has_password
        THEN 'password enabled'
      WHEN control = 'human-with-key' AND has_active_key
        THEN 'password enabled, ' || CASE
            WHEN access_key_1_active AND access_key_2_active THEN 'access keys 1 and 2 are active'
            WHEN access_key_1_active THEN 'access key 1 is active'
            ELSE 'access key 2 is active'
          END
      WHEN control = 'dead-user' AND NOT has_password AND NOT has_active_key AND NOT has_active_certificate
        THEN 'no password, no active access key, no active certificate'
      WHEN control = 'key-quarantined' AND quarantine_policy IS NOT NULL
        THEN 'AWS says that a key leaked, by the policy ' || quarantine_policy
      WHEN control = 'admin-with-key' AND admin_right = 'yes'
        THEN 'an access key is active, and ' || admin_evidence
      WHEN control = 'service-credential' AND active_services > 0
        THEN CASE active_services WHEN 1 THEN 'a credential for a service is active' ELSE cast(active_services AS varchar) || ' credentials for services are active' END
          || CASE
            WHEN endless_services = active_services AND active_services = 1 THEN ', it never expires'
            WHEN endless_services > 0 THEN ', ' || cast(endless_services AS varchar) || ' of which never expire'
            ELSE ''
          END
          || coalesce(', the oldest of ' || cast(cast(oldest_service_at AS date) AS varchar), '')
      WHEN control = 'root-hardware-mfa' AND virtual_devices IS NOT NULL
        THEN 'the root user''s MFA device is virtual'
      WHEN control = 'password-policy' AND password_policy_flaw <> ''
        THEN password_policy_flaw
    END AS evidence
  FROM checked
) AS judged
WHERE control IS NOT NULL OR evidence IS NOT NULL
