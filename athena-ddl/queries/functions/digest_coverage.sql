-- How complete today's reports are, in one row, also on a day on which nothing arrived; and of how many accounts nothing
-- came yesterday, and how many of today's had not been among those. Facts beside the report may be missing in part.
SELECT
  cast(current_date AS varchar) AS report_date,
  count_if(account_id IS NOT NULL AND status IN ('collected', 'failed', 'missing', 'pending')) AS expected,
  count_if(status = 'collected') AS collected,
  count_if(account_id IS NOT NULL AND status = 'failed') AS failed,
  count_if(account_id IS NOT NULL AND status = 'missing') AS missing,
  count_if(account_id IS NOT NULL AND status = 'pending') AS pending,
  count_if(account_id IS NOT NULL AND status = 'unexpected') AS unexpected,
  count_if(account_id IS NOT NULL AND status_before IN ('failed', 'missing')) AS silent_before,
  count_if(
    account_id IS NOT NULL
    AND status IN ('failed', 'missing')
    AND coalesce(status_before, 'none') NOT IN ('failed', 'missing')
  ) AS newly_silent,
  coalesce(sum(unreadable_rows), 0) AS unreadable_rows,
  max(list_age_days) AS list_age_days,
  count_if(facts_not_read IS NOT NULL) AS facts_not_read
FROM (
  SELECT *, lag(status) OVER (PARTITION BY account_id ORDER BY dt) AS status_before
  FROM coverage
  WHERE dt > date_format(current_date - interval '2' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS days
WHERE dt = date_format(current_date, '%Y/%m/%d')
