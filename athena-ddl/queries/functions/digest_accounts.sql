-- The ten accounts with most users who have a console password, of how many that have one.
SELECT
  account_id,
  max(account_name) AS account_name,
  count_if(NOT is_root AND password_enabled) AS console_users,
  count(*) OVER () AS accounts_with_console_users
FROM latest_user_credential
GROUP BY account_id
HAVING count_if(NOT is_root AND password_enabled) > 0
ORDER BY console_users DESC, account_id
LIMIT 10
