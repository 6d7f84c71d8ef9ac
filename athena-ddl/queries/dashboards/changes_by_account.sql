-- What happened to users and credentials of each account on each of the last 30 days, where something did.
SELECT
  account_id,
  report_date AS day,
  count_if(change IN ('user_created', 'password_enabled', 'access_key_created', 'access_key_activated')) AS added,
  count_if(change IN ('user_deleted', 'password_disabled', 'access_key_deactivated', 'access_key_deleted')) AS removed,
  count_if(change IN ('password_changed', 'access_key_rotated', 'mfa_enabled', 'user_renamed')) AS renewed,
  count_if(change IN ('mfa_disabled', 'root_used', 'admin_right_gained')) AS alarming
FROM recent_credential_change
WHERE dt >= date_format(current_date - interval '29' day, '%Y/%m/%d')
GROUP BY account_id, report_date
ORDER BY day, account_id
