-- What an access key did in the last 90 days, attempts apart; put in the account and the key.
SELECT
  event_source,
  event_name,
  error_code,
  sum(calls) AS calls,
  min(first_at) AS first_at,
  max(last_at) AS last_at,
  array_join(array_sort(array_agg(DISTINCT aws_region)), ', ') AS regions
FROM credential_use
WHERE account_id = '100000000005'
  AND dt > date_format(current_date - interval '90' day, '%Y/%m/%d')
  AND access_key_id = 'AKIAIOSFODNN7EXAMPLE'
GROUP BY event_source, event_name, error_code
ORDER BY event_source, event_name, error_code
