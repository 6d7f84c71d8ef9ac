-- Accounts that a list of accounts of the last 14 days has and the newest no longer has: since when, and as what they were
-- listed last. A list with a line that cannot be read proves of nobody that it left.
CREATE OR REPLACE VIEW left_account AS
WITH
listed AS (
  SELECT
    dt,
    report_date,
    account_id,
    account_name,
    ou_path,
    is_readable,
    min(CASE WHEN is_readable THEN 1 ELSE 0 END) OVER (PARTITION BY dt) = 1 AS is_sound
  FROM z_account_row
  WHERE dt > date_format(current_date - interval '14' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
    -- The row that says that the day's history is written is no line.
    AND object_path <> ''
),
followed AS (
  SELECT
    *,
    max(CASE WHEN is_sound THEN dt END) OVER () AS newest_dt,
    min(CASE WHEN is_sound THEN report_date END) OVER (ORDER BY dt GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_date
  FROM listed
)
SELECT
  account_id,
  max_by(account_name, dt) AS account_name,
  max_by(ou_path, dt) AS ou_path,
  max(report_date) AS last_listed_on,
  max_by(next_date, dt) AS left_on
FROM followed
WHERE is_readable
GROUP BY account_id
HAVING max(dt) < max(newest_dt)
