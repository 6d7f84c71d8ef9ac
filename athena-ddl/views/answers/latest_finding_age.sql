-- Since when each finding of latest_finding is there: the first of the account's reports of the last 42 days since which none
-- judged the user, under this name, otherwise. A day on which IAM did not tell what the control asks, or without the user,
-- neither begins nor ends it. Where none of these reports is known to be without it, it is there at least since then.
CREATE OR REPLACE VIEW latest_finding_age AS
WITH
followed AS (
  SELECT
    account_id,
    user_name,
    user_created_at,
    control,
    credential,
    min(report_date) AS oldest_date,
    max(report_date) AS newest_date,
    max(CASE WHEN evidence IS NULL AND NOT is_unknown THEN report_date END) AS last_without,
    max(CASE WHEN evidence IS NOT NULL THEN report_date END) AS last_found,
    array_agg(report_date) FILTER (WHERE evidence IS NOT NULL) AS found_on
  FROM z_user_verdict
  WHERE scope = 'all'
    AND control IS NOT NULL
    AND dt >= date_format(current_date - interval '41' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
  GROUP BY account_id, user_name, user_created_at, control, credential
),
dated AS (
  SELECT
    account_id,
    user_name,
    user_created_at,
    control,
    credential,
    oldest_date,
    newest_date,
    last_without,
    last_found,
    element_at(array_sort(filter(found_on, d -> d > coalesce(last_without, date '1970-01-01'))), 1) AS first_seen
  FROM followed
),
compared AS (
  SELECT
    *,
    min(oldest_date) OVER (PARTITION BY account_id) AS first_date,
    max(newest_date) OVER (PARTITION BY account_id) AS report_date
  FROM dated
)
SELECT
  date_format(f.report_date, '%Y/%m/%d') AS dt,
  f.report_date,
  f.account_id,
  f.user_name,
  f.control,
  f.credential,
  f.first_seen,
  date_diff('day', f.first_seen, f.report_date) AS days_seen,
  f.last_without IS NOT NULL OR coalesce(cast(f.user_created_at AS date) > f.first_date, false) AS is_first_seen_sure
FROM compared AS f
LEFT JOIN left_account AS l ON l.account_id = f.account_id
WHERE f.last_found = f.report_date
  AND f.report_date > current_date - interval '7' day
  AND (l.left_on IS NULL OR f.report_date >= l.left_on)
