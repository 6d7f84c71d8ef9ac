-- How today's run of each account ended, as its collector says; one that has not ended has no line.
SELECT
  account_id,
  status,
  coalesce(substr(cast(finished_at AS varchar), 1, 19), '') AS finished_at,
  coalesce(error_name || ': ' || error_message, error_name, '') AS error
FROM collection_run
WHERE dt = date_format(current_date, '%Y/%m/%d')
ORDER BY account_id, status
