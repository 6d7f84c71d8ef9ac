-- Users of each account with and without a console password, most console users first.
SELECT
  account_id,
  CASE
    WHEN max_by(account_name, dt) = '' THEN account_id
    ELSE max_by(account_name, dt) || ' (' || account_id || ')'
  END AS account,
  max_by(console_users, dt) AS console_users,
  max_by(users - console_users, dt) AS other_users
FROM daily_summary
WHERE dt >= date_format(current_date - interval '6' day, '%Y/%m/%d')
GROUP BY account_id
ORDER BY console_users DESC, other_users DESC, account_id
