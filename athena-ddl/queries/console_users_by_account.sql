-- Users with a console password by account, most first: people who belong in IAM Identity Center.
SELECT
  account_id,
  account_name,
  count_if(NOT is_root AND password_enabled) AS console_users,
  count_if(NOT is_root AND password_enabled AND NOT mfa_active) AS without_mfa,
  count_if(NOT is_root) AS users,
  max(report_date) AS report_date
FROM latest_user_credential
GROUP BY account_id, account_name
ORDER BY console_users DESC, account_id
