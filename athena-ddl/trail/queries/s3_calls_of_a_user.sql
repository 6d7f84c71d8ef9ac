-- Calls of a user on buckets and objects of S3 in the last 90 days, objects only where the trail logs data events; put in the account and the user.
SELECT
  r.resource,
  event_name,
  is_data_event,
  error_code,
  sum(calls) AS calls,
  min(first_at) AS first_at,
  max(last_at) AS last_at
FROM credential_use
LEFT JOIN UNNEST(resources) AS r (resource) ON true
WHERE account_id = '100000000005'
  AND dt > date_format(current_date - interval '90' day, '%Y/%m/%d')
  AND user_name = 'cdn-deploy'
  AND event_source = 's3.amazonaws.com'
GROUP BY r.resource, event_name, is_data_event, error_code
ORDER BY r.resource, event_name, is_data_event, error_code
