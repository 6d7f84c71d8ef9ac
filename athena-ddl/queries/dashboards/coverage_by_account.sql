-- What came of each account on each of the last 30 days; what belongs to no account stands under `(none)`.
SELECT
  coalesce(account_id, '(none)') AS account_id,
  report_date AS day,
  count_if(status = 'collected') AS collected,
  count_if(status = 'unexpected' AND account_id IS NOT NULL) AS unexpected,
  count_if(status = 'pending') AS pending,
  count_if(status = 'failed') AS failed,
  count_if(status = 'missing' AND account_id IS NOT NULL) AS missing,
  count_if(status = 'missing' AND account_id IS NULL) AS without_list,
  count_if(facts_not_read IS NOT NULL) AS facts_not_read
FROM coverage
WHERE dt >= date_format(current_date - interval '29' day, '%Y/%m/%d')
GROUP BY coalesce(account_id, '(none)'), report_date
ORDER BY day, account_id
