-- The ten accounts with most users who have a console password.
SELECT
  account_id,
  max(account_name) AS account_name,
  count_if(NOT is_root AND password_enabled) AS console_users
FROM latest_user_credential
GROUP BY account_id
HAVING count_if(NOT is_root AND password_enabled) > 0
ORDER BY console_users DESC, account_id
LIMIT 10
