-- The twenty access keys to act on first, of how many that no exception keeps as they are; an id that is not certain is empty.
SELECT
  place,
  advice,
  account_id,
  coalesce(account_name, '') AS account_name,
  user_name,
  credential,
  coalesce(key_id, '') AS key_id,
  coalesce(owner, '') AS owner,
  reason,
  count(*) OVER () AS keys_to_act_on
FROM latest_key_triage
WHERE NOT is_excepted
ORDER BY place
LIMIT 20
