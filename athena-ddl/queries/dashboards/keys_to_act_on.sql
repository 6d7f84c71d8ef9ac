-- The access keys to act on that no exception keeps as they are, the first to act on first; an id that is not certain is empty.
SELECT
  place,
  advice,
  account_id,
  coalesce(account_name, '') AS account_name,
  coalesce(nullif(ou_path, ''), '(not listed)') AS unit,
  user_name,
  credential,
  coalesce(key_id, '') AS key_id,
  coalesce(owner, '') AS owner,
  coalesce(admin_right, '') AS admin_right,
  age_days,
  idle_days,
  reason
FROM latest_key_triage
WHERE NOT is_excepted
ORDER BY place
