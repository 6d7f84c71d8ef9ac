-- The ten access keys to act on first, of how many that no exception keeps as they are.
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
  count(*) OVER () AS keys_to_act_on
FROM latest_key_triage
WHERE NOT is_excepted
ORDER BY place
LIMIT 10
