-- Every active access key with what to do about it first and why, the worst first; keys with an exception for that come last.
SELECT
  place,
  advice,
  CASE WHEN is_excepted THEN 'excepted' ELSE 'open' END AS status,
  account_id,
  account_name,
  user_name,
  credential,
  key_id,
  owner,
  age_days,
  idle_days,
  cast(last_used_at AS date) AS last_used_on,
  last_used_service,
  last_used_region,
  admin_right,
  reason,
  exceptions,
  report_date
FROM latest_key_triage
ORDER BY place
