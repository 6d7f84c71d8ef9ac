-- Users of each account with and without a console password, most console users first.
SELECT
  account_id,
  CASE WHEN account_name = '' THEN account_id ELSE account_name || ' (' || account_id || ')' END AS account,
  console_users,
  users - console_users AS other_users
FROM latest_daily_summary
ORDER BY console_users DESC, other_users DESC, account_id
