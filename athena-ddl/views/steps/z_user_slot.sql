-- One row per user and slot, in each `scope` of z_counted_user: the user as such, password, access keys and certificates,
-- those too that do not exist. What each slot holds and how old that is stands here, once: credential and z_user_check
-- read it.
-- Days are calendar days in UTC, measured on the report's day. What was never used is idle since it was set, and with
-- a time that cannot be nothing is computed.
CREATE OR REPLACE VIEW z_user_slot AS
WITH
slotted AS (
  SELECT
    u.*,
    s.credential,
    s.kind,
    s.slot,
    s.words,
    CASE s.credential
      WHEN 'password' THEN u.has_password
      WHEN 'access_key_1' THEN u.access_key_1_active
      WHEN 'access_key_2' THEN u.access_key_2_active
      WHEN 'certificate_1' THEN u.cert_1_active
      WHEN 'certificate_2' THEN u.cert_2_active
    END AS active,
    CASE s.credential
      WHEN 'password' THEN u.password_last_changed_at
      WHEN 'access_key_1' THEN u.access_key_1_last_rotated_at
      WHEN 'access_key_2' THEN u.access_key_2_last_rotated_at
      WHEN 'certificate_1' THEN u.cert_1_last_rotated_at
      WHEN 'certificate_2' THEN u.cert_2_last_rotated_at
    END AS set_at,
    CASE s.credential
      WHEN 'user' THEN u.last_used_at
      WHEN 'password' THEN u.password_last_used_at
      WHEN 'access_key_1' THEN u.access_key_1_last_used_at
      WHEN 'access_key_2' THEN u.access_key_2_last_used_at
    END AS used_at,
    CASE s.credential
      WHEN 'access_key_1' THEN u.access_key_1_last_used_region
      WHEN 'access_key_2' THEN u.access_key_2_last_used_region
    END AS used_region,
    CASE s.credential
      WHEN 'access_key_1' THEN u.access_key_1_last_used_service
      WHEN 'access_key_2' THEN u.access_key_2_last_used_service
    END AS used_service
  FROM z_counted_user AS u
  CROSS JOIN (
    VALUES
      ('user', 'user', 0, 'user'),
      ('password', 'password', 1, 'password'),
      ('access_key_1', 'access_key', 1, 'access key 1'),
      ('access_key_2', 'access_key', 2, 'access key 2'),
      ('certificate_1', 'certificate', 1, 'certificate 1'),
      ('certificate_2', 'certificate', 2, 'certificate 2')
  ) AS s (credential, kind, slot, words)
),
aged AS (
  SELECT
    *,
    CASE
      WHEN set_at >= earliest_time AND set_at < end_time
        THEN greatest(date_diff('day', cast(set_at AS date), report_date), 0)
    END AS age_days,
    CASE
      -- A report says nothing about the use of certificates.
      WHEN kind <> 'certificate'
        AND coalesce(used_at, set_at, user_created_at) >= earliest_time
        AND coalesce(used_at, set_at, user_created_at) < end_time
        THEN greatest(date_diff('day', cast(coalesce(used_at, set_at, user_created_at) AS date), report_date), 0)
    END AS idle_days
  FROM slotted
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
  access_key_1_active,
  access_key_2_active,
  cert_1_active,
  cert_2_active,
  credential,
  kind,
  slot,
  words,
  active,
  set_at,
  used_at,
  used_region,
  used_service,
  age_days,
  idle_days,
  -- A date that a report does not tell, or that cannot be, is no pass.
  kind = 'access_key' AND active AND coalesce(age_days, 91) > 90 AS to_rotate,
  -- A deactivated key or certificate keeps its date; a deleted password leaves nothing behind.
  kind <> 'user' AND (active OR (kind <> 'password' AND set_at IS NOT NULL)) AS is_credential,
  -- The second in which a key was set is what it has in common with its id.
  kind = 'access_key' AND coalesce(access_key_1_last_rotated_at <> access_key_2_last_rotated_at, true) AS is_set_alone
FROM aged
