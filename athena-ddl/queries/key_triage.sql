-- Every active access key with what to do about it first and why, the worst first; keys with an exception for that come last.
SELECT
  place,
  advice,
  account_id,
  account_name,
  user_name,
  credential,
  key_id,
  owner,
  reason,
  exceptions,
  report_date
FROM latest_key_triage
ORDER BY place
