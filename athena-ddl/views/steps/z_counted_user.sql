-- Each user's row of every report that counts, once in each `scope`; ask for one. 'all' is every day. 'latest' is each account's
-- newest report of the last 7 days, so that who asks for that judges no others. An account that left is in no number; what
-- it hands in all the same, after it left, stays.
CREATE OR REPLACE VIEW z_counted_user AS
SELECT 'all' AS scope, r.*, r.dt AS newest_dt
FROM z_stored_row AS r
WHERE is_readable AND is_counted
UNION ALL
SELECT 'latest' AS scope, week.*
FROM (
  SELECT r.*, max(dt) OVER (PARTITION BY account_id) AS newest_dt
  FROM z_stored_row AS r
  WHERE is_readable
    AND is_counted
    AND dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
LEFT JOIN left_account AS l ON l.account_id = week.account_id
WHERE week.dt = week.newest_dt
  AND (l.left_on IS NULL OR week.report_date >= l.left_on)
