-- Access keys that were used in the last 7 days from an address from which they were not used in the 83 days before; put in the account.
SELECT
  user_name,
  access_key_id,
  source_address,
  first_at,
  last_at,
  calls,
  attempts
FROM (
  SELECT
    user_name,
    access_key_id,
    source_address,
    min(event_time) AS first_at,
    max(event_time) AS last_at,
    count_if(error_code IS NULL) AS calls,
    count_if(error_code IS NOT NULL) AS attempts,
    min(min(event_time)) OVER (PARTITION BY access_key_id) AS key_first_at
  FROM z_user_event
  WHERE account_id = '100000000005'
    AND dt > date_format(current_date - interval '90' day, '%Y/%m/%d')
    AND access_key_id LIKE 'AKIA%'
  GROUP BY user_name, access_key_id, source_address
) AS used
-- Of a new key every address is new.
WHERE first_at > current_date - interval '7' day
  AND key_first_at <= current_date - interval '7' day
ORDER BY first_at DESC, access_key_id, source_address
