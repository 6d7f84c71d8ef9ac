-- Accounts that left the organization in the last 7 days, so that the digest of the period says it once; today's have days_ago 0.
SELECT
  account_id,
  account_name,
  ou_path,
  cast(last_listed_on AS varchar) AS last_listed_on,
  date_diff('day', left_on, current_date) AS days_ago
FROM left_account
WHERE left_on > current_date - interval '7' day
ORDER BY days_ago, account_id
