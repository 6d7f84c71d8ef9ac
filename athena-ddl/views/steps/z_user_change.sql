-- One row per change since the account's report before, once in each `scope` of z_user_step: the rules of credential_change
-- and recent_credential_change. Ask for one scope. An exception names a user: the change of a name says which one it leaves.
CREATE OR REPLACE VIEW z_user_change AS
WITH
stepped AS (
  SELECT
    *,
    coalesce(date_diff('day', seen_before, report_date) <= 35, false) AS is_known,
    coalesce(date_diff('day', report_before, report_date) <= 35, false)
      -- Who is older than the report before was in it, only not read; a report may tell the evening before its day.
      AND coalesce(date_diff('day', cast(user_created_at AS date), report_before) <= 1, false) AS is_made_since,
    -- Of several of whom some came again under other names, no more are gone than did not come.
    is_ghost AND NOT is_joined AND named_after IS NULL AND place > came
      AND coalesce(date_diff('day', report_date, report_after) <= 35, false) AS is_gone,
    NOT is_ghost AND turn IS NOT NULL AND NOT is_joined AND went > 0 AS is_one_of_several
  FROM z_user_track
),
related AS (
  SELECT *, is_made_since AND NOT is_known AS is_new
  FROM stepped
),
slotted AS (
  SELECT
    r.*,
    c.change,
    c.credential,
    c.words,
    -- The slot of the change, now and before, and the other one: a key may move when the other one is deleted.
    CASE c.credential WHEN 'access_key_1' THEN key_1 WHEN 'access_key_2' THEN key_2 END AS key,
    CASE c.credential WHEN 'access_key_1' THEN key_2 WHEN 'access_key_2' THEN key_1 END AS other,
    CASE c.credential WHEN 'access_key_1' THEN key_1_before WHEN 'access_key_2' THEN key_2_before END AS key_before,
    CASE c.credential WHEN 'access_key_1' THEN key_2_before WHEN 'access_key_2' THEN key_1_before END AS other_before,
    CASE c.credential WHEN 'access_key_1' THEN access_key_1_active WHEN 'access_key_2' THEN access_key_2_active END AS active,
    CASE c.credential WHEN 'access_key_1' THEN key_1_active_before WHEN 'access_key_2' THEN key_2_active_before END AS active_before,
    CASE c.credential WHEN 'access_key_1' THEN key_2_active_before WHEN 'access_key_2' THEN key_1_active_before END AS other_active_before
  FROM related AS r
  CROSS JOIN (
    VALUES
      ('user_created', 'user', 'user'),
      ('user_deleted', 'user', 'user'),
      ('user_renamed', 'user', 'user'),
      ('password_enabled', 'password', 'password'),
      ('password_disabled', 'password', 'password'),
      ('password_changed', 'password', 'password'),
      ('access_key_created', 'access_key_1', 'access key 1'),
      ('access_key_created', 'access_key_2', 'access key 2'),
      ('access_key_rotated', 'access_key_1', 'access key 1'),
      ('access_key_rotated', 'access_key_2', 'access key 2'),
      ('access_key_activated', 'access_key_1', 'access key 1'),
      ('access_key_activated', 'access_key_2', 'access key 2'),
      ('access_key_deactivated', 'access_key_1', 'access key 1'),
      ('access_key_deactivated', 'access_key_2', 'access key 2'),
      ('access_key_deleted', 'access_key_1', 'access key 1'),
      ('access_key_deleted', 'access_key_2', 'access key 2'),
      ('mfa_enabled', 'user', 'MFA'),
      ('mfa_disabled', 'user', 'MFA'),
      ('root_used', 'user', 'root user')
  ) AS c (change, credential, words)
  WHERE
    CASE c.change
      WHEN 'user_deleted' THEN r.is_gone
      WHEN 'user_renamed' THEN NOT r.is_ghost AND (r.is_known OR r.is_one_of_several)
      ELSE NOT r.is_ghost AND (r.is_known OR r.is_new)
    END
),
followed AS (
  SELECT
    *,
    -- Whether this slot's key was there before, in this slot or the other, and was active then; NULL for a new one.
    CASE
      WHEN key = key_before THEN active_before
      WHEN key = other_before AND other IS DISTINCT FROM other_before THEN other_active_before
    END AS key_was_active,
    -- Whether the key that this slot held before is still there, in this slot or the other.
    coalesce(key_before = key OR (key_before = other AND other IS DISTINCT FROM other_before), false) AS key_stays,
    coalesce(cast(cast(nullif(key, unknown_time) AS date) AS varchar), 'an unknown day') AS key_day,
    coalesce(cast(cast(nullif(key_before, unknown_time) AS date) AS varchar), 'an unknown day') AS key_day_before
  FROM slotted
),
judged AS (
  SELECT
    *,
    CASE
      WHEN change = 'user_created' AND is_new AND NOT is_root
        THEN 'user created'
      WHEN change = 'user_deleted' AND came = 0
        THEN 'user deleted'
      WHEN change = 'user_deleted'
        THEN 'user deleted, this one or another of ' || cast(went AS varchar) || ' made in the same second'
      WHEN change = 'user_renamed' AND is_one_of_several
        THEN CASE WHEN came > went OR unreadable_before > 0 THEN 'user may be renamed, before ' ELSE 'user renamed, before ' END || CASE
            WHEN went = 1 THEN first_went
            WHEN went = 2 THEN first_went || ' or ' || last_went
            ELSE 'one of ' || cast(went AS varchar) || ' made in the same second, from ' || first_went || ' to ' || last_went
          END
      WHEN change = 'user_renamed' AND name_before <> user_name
        THEN 'user renamed, before ' || name_before
      WHEN change = 'password_enabled' AND has_password AND NOT coalesce(had_password, false)
        THEN 'password enabled'
      WHEN change = 'password_disabled' AND NOT has_password AND had_password
        THEN 'password disabled'
      WHEN change = 'password_changed' AND has_password AND had_password AND password_last_changed_at <> password_changed_before
        THEN 'password changed ' || cast(cast(password_last_changed_at AS date) AS varchar)
      WHEN change = 'access_key_created' AND key IS NOT NULL AND key_was_active IS NULL AND (key_before IS NULL OR key_stays)
        THEN words || ' of ' || key_day || ' created'
      WHEN change = 'access_key_rotated' AND key IS NOT NULL AND key_was_active IS NULL AND key_before IS NOT NULL AND NOT key_stays
        THEN words || ' of ' || key_day_before || ' replaced by one of ' || key_day
      WHEN change = 'access_key_activated' AND active AND NOT key_was_active
        THEN words || ' activated again'
      WHEN change = 'access_key_deactivated' AND NOT active AND key_was_active
        THEN words || ' deactivated'
      WHEN change = 'access_key_deleted' AND key_before IS NOT NULL AND NOT key_stays AND (key IS NULL OR key_was_active IS NOT NULL)
        THEN words || ' of ' || key_day_before || ' deleted'
      WHEN change = 'mfa_enabled' AND mfa_active AND NOT coalesce(mfa_before, false)
        THEN 'MFA on'
      WHEN change = 'mfa_disabled' AND NOT mfa_active AND mfa_before
        THEN 'MFA off'
      WHEN change = 'root_used' AND is_root AND last_used_at > coalesce(used_before, unknown_time)
        THEN 'root user last used ' || cast(cast(last_used_at AS date) AS varchar)
    END AS evidence
  FROM followed
),
reported AS (
  SELECT
    scope,
    CASE WHEN change = 'user_deleted' THEN date_format(report_after, '%Y/%m/%d') ELSE dt END AS dt,
    CASE WHEN change = 'user_deleted' THEN report_after ELSE report_date END AS report_date,
    CASE
      WHEN change = 'user_deleted' THEN report_date
      WHEN change = 'user_renamed' AND is_one_of_several THEN went_after
      WHEN is_new THEN report_before
      ELSE seen_before
    END AS previous_report_date,
    account_id,
    account_name,
    user_name,
    CASE WHEN change = 'user_renamed' AND NOT is_one_of_several THEN name_before END AS previous_user_name,
    arn,
    is_root,
    change,
    credential,
    evidence
  FROM judged
  WHERE evidence IS NOT NULL
)
SELECT
  scope,
  dt,
  report_date,
  previous_report_date,
  account_id,
  account_name,
  user_name,
  previous_user_name,
  arn,
  is_root,
  change,
  credential,
  evidence || CASE
    WHEN count(exception_control) = 0 THEN ''
    ELSE '; the exception of that name for ' || CASE min(exception_control) WHEN '*' THEN 'every control' ELSE min(exception_control) END
      || CASE WHEN count(exception_control) > 1 THEN ' and ' || cast(count(exception_control) - 1 AS varchar) || ' more' ELSE '' END
      || ' no longer covers it'
  END AS evidence
FROM reported AS t
LEFT JOIN (
  SELECT account_id AS exception_account, user_name AS exception_user, control AS exception_control, expires_on
  FROM z_exception
) AS x
  ON x.exception_user = t.previous_user_name
  AND x.exception_account IN (t.account_id, '*')
  AND x.expires_on >= t.report_date
GROUP BY
  scope,
  dt,
  report_date,
  previous_report_date,
  account_id,
  account_name,
  user_name,
  previous_user_name,
  arn,
  is_root,
  change,
  credential,
  evidence
