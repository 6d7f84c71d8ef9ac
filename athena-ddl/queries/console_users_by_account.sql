-- Users with a console password by account, most first: people who belong in IAM Identity Center.
SELECT
  account_id,
  account_name,
  count(CASE WHEN NOT is_root AND password_enabled THEN 1 END) AS console_users,
  count(CASE WHEN NOT is_root AND password_enabled AND NOT mfa_active THEN 1 END) AS without_mfa,
  count(CASE WHEN NOT is_root THEN 1 END) AS users,
  max(report_date) AS report_date
FROM latest_user_credential
GROUP BY account_id, account_name
ORDER BY console_users DESC, account_id
