-- What each source tells about an account on a day, side by side: the list of accounts, run records, reports.
-- A list of accounts counts on its day and, where later days have none, for the 7 days after. Beside these, a row of each
-- history says that it is written on a day, and one of the source 'day' that the day follows on one that was.
CREATE OR REPLACE VIEW z_coverage_source AS
SELECT
  listed_for AS dt,
  listed_date AS report_date,
  CASE WHEN is_readable THEN account_id END AS account_id,
  CASE WHEN is_readable IS NOT NULL THEN 'account' WHEN later = 0 THEN 'account_history' ELSE 'day' END AS source,
  CASE WHEN is_readable THEN report_date END AS list_date,
  account_name,
  ou_path,
  expected,
  not_expected_reason,
  joined_at,
  cast(NULL AS varchar) AS run_status,
  cast(NULL AS timestamp) AS scheduled_at,
  cast(NULL AS timestamp) AS finished_at,
  cast(NULL AS timestamp) AS report_generated_at,
  cast(NULL AS varchar) AS collector_version,
  cast(NULL AS varchar) AS run_warnings,
  cast(NULL AS varchar) AS facts_not_read,
  cast(NULL AS varchar) AS error,
  cast(NULL AS bigint) AS report_rows,
  is_readable,
  cast(NULL AS varchar) AS object_path,
  cast(NULL AS boolean) AS is_recorded,
  cast(NULL AS integer) AS impossible_dates,
  cast(NULL AS timestamp) AS earliest_time,
  cast(NULL AS timestamp) AS end_time
FROM (
  SELECT
    *,
    max(CASE WHEN is_readable THEN report_date END) OVER (PARTITION BY listed_for, listed_date) AS newest_date
  FROM z_listed_account
  WHERE coalesce(is_readable, true) OR later = 0
) AS account
WHERE (report_date = newest_date OR NOT coalesce(is_readable, false)) AND listed_for <= date_format(current_date, '%Y/%m/%d')
UNION ALL
SELECT
  dt,
  report_date,
  account_id,
  source,
  NULL,
  account_name,
  NULL,
  NULL,
  NULL,
  NULL,
  run_status,
  scheduled_at,
  finished_at,
  report_generated_at,
  collector_version,
  CASE WHEN run_warnings <> '[]' THEN substr(run_warnings, 2, length(run_warnings) - 2) END,
  facts_not_read,
  run_error,
  report_rows,
  CASE WHEN source = 'run' OR is_counted THEN is_readable END,
  object_path,
  is_recorded,
  CASE WHEN is_counted AND is_readable THEN impossible_dates END,
  earliest_time,
  end_time
FROM z_stored_row
UNION ALL
-- Today has a row even when nothing at all arrived.
SELECT
  date_format(current_date, '%Y/%m/%d'),
  current_date,
  NULL,
  'today',
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL
