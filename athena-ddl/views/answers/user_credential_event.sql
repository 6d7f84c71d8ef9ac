-- One row per credential event of the last 30 days, with what the account's newest report of the last 7 days tells about
-- the user: who the new user is, whether there is MFA by now, whether an exception of that day covers it.
CREATE OR REPLACE VIEW user_credential_event AS
SELECT
  e.dt,
  e.event_time,
  e.event_id,
  e.account_id,
  coalesce(e.account_name, max(u.account_name)) AS account_name,
  e.ou_path,
  e.event_name,
  e.user_name,
  e.by_root,
  e.about_root,
  e.actor_arn,
  e.source_address,
  e.outcome,
  max(u.report_date) AS report_date,
  coalesce(bool_or(u.user_name = e.user_name OR (e.about_root AND u.is_root)), false) AS is_in_report,
  bool_or(CASE WHEN u.user_name = e.user_name OR (e.about_root AND u.is_root) THEN u.password_enabled END) AS password_enabled,
  bool_or(CASE WHEN u.user_name = e.user_name OR (e.about_root AND u.is_root) THEN u.mfa_active END) AS mfa_active,
  max(
    CASE
      WHEN u.user_name = e.user_name OR (e.about_root AND u.is_root)
        THEN CASE WHEN u.access_key_1_active THEN 1 ELSE 0 END + CASE WHEN u.access_key_2_active THEN 1 ELSE 0 END
    END
  ) AS active_keys,
  e.exceptions > 0 AS is_excepted,
  e.exception_control,
  e.exception_reason,
  e.exception_expires_on
FROM z_credential_event_detail AS e
-- The root user's row is in every report: it names the account when the user is in none yet.
LEFT JOIN latest_user_credential AS u
  ON u.account_id = e.account_id AND (u.user_name = e.user_name OR u.is_root)
WHERE e.dt > date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND e.dt <= date_format(current_date, '%Y/%m/%d')
GROUP BY
  e.dt,
  e.event_time,
  e.event_id,
  e.account_id,
  e.account_name,
  e.ou_path,
  e.event_name,
  e.user_name,
  e.by_root,
  e.about_root,
  e.actor_arn,
  e.source_address,
  e.outcome,
  e.exceptions,
  e.exception_control,
  e.exception_reason,
  e.exception_expires_on
