-- How complete today's reports are, in one row, also on a day on which nothing arrived.
SELECT
  cast(current_date AS varchar) AS report_date,
  count_if(account_id IS NOT NULL AND status IN ('collected', 'failed', 'missing', 'pending')) AS expected,
  count_if(status = 'collected') AS collected,
  count_if(account_id IS NOT NULL AND status = 'failed') AS failed,
  count_if(account_id IS NOT NULL AND status = 'missing') AS missing,
  count_if(account_id IS NOT NULL AND status = 'pending') AS pending,
  count_if(account_id IS NOT NULL AND status = 'unexpected') AS unexpected,
  coalesce(sum(unreadable_rows), 0) AS unreadable_rows,
  max(directory_age_days) AS directory_age_days
FROM coverage
WHERE dt = replace(cast(current_date AS varchar), '-', '/')
