-- One row per account and day, whether a report came or not. A row without account tells what belongs to none: a day
-- without any list of accounts (nobody knows then who is missing), objects under a key that names no account, or a day before
-- yesterday whose history is not written: what was handed in on it is not seen then.
CREATE OR REPLACE VIEW coverage AS
WITH
joined AS (
  SELECT
    dt,
    report_date,
    account_id,
    max(CASE WHEN source = 'account' THEN account_name END) AS listed_name,
    max(CASE WHEN source IN ('run', 'report') THEN account_name END) AS reported_name,
    max(ou_path) AS ou_path,
    max(list_date) AS list_date,
    bool_or(expected) AS expected,
    max(not_expected_reason) AS not_expected_reason,
    max(joined_at) AS joined_at,
    count(CASE WHEN source = 'run' AND is_readable AND run_status = 'collected' THEN 1 END) AS collected_runs,
    count(CASE WHEN source = 'run' AND is_readable THEN 1 END) AS runs,
    count(CASE WHEN source = 'run' AND NOT is_readable THEN 1 END) AS unreadable_runs,
    max(CASE WHEN is_readable AND cast(scheduled_at AS date) = report_date THEN scheduled_at END) AS scheduled_at,
    max(CASE WHEN is_readable THEN finished_at END) AS finished_at,
    max(CASE WHEN is_readable THEN report_generated_at END) AS report_generated_at,
    max(CASE WHEN is_readable THEN collector_version END) AS collector_version,
    max(CASE WHEN is_readable THEN run_warnings END) AS run_warnings,
    max(CASE WHEN is_readable THEN facts_not_read END) AS facts_not_read,
    max(CASE WHEN is_readable THEN error END) AS error,
    max(CASE WHEN is_readable THEN report_rows END) AS report_rows,
    count(CASE WHEN source = 'report' AND is_readable THEN 1 END) AS rows_read,
    count(CASE WHEN source = 'report' AND NOT is_readable THEN 1 END) AS unreadable_rows,
    count(DISTINCT CASE WHEN source = 'report' THEN object_path END) AS reports,
    count(CASE WHEN source = 'account' AND NOT is_readable THEN 1 END) AS unreadable_accounts,
    bool_or(is_recorded) AS is_recorded,
    count(CASE WHEN source IN ('account', 'run', 'report', 'today') THEN 1 END) AS reported,
    count(DISTINCT CASE WHEN source IN ('account_history', 'run_history', 'report_history') THEN source END) AS histories,
    sum(impossible_dates) AS impossible_dates,
    max(earliest_time) AS earliest_time,
    max(end_time) AS end_time
  FROM z_coverage_source
  GROUP BY dt, report_date, account_id
),
-- The day is a partition key of each window in both its forms, so that a filter on either passes.
counted AS (
  SELECT
    *,
    count(*) OVER (PARTITION BY dt, report_date, scheduled_at) AS runs_at_once
  FROM joined
),
timed AS (
  SELECT
    *,
    max(list_date) OVER (PARTITION BY dt, report_date) AS day_list_date,
    dt < date_format(current_date - interval '1' day, '%Y/%m/%d')
      AND max(histories) OVER (PARTITION BY dt, report_date) < 3 AS is_unwritten,
    -- The schedule is the same everywhere: what most runs of the day say, so that no single account can move it.
    first_value(scheduled_at) OVER (
      PARTITION BY dt, report_date
      ORDER BY CASE WHEN scheduled_at IS NULL THEN 1 ELSE 0 END, runs_at_once DESC, scheduled_at
    ) AS day_scheduled_at,
    -- IAM makes a new report when the last one is 4 hours old; clocks may be minutes apart.
    CASE
      WHEN report_generated_at < earliest_time OR report_generated_at >= end_time THEN 'an impossible time'
      WHEN report_generated_at > finished_at + interval '5' minute THEN 'after the end of the run that fetched it'
    END AS impossible_age,
    date_diff('second', report_generated_at, coalesce(finished_at, cast(report_date AS timestamp))) AS report_age_seconds
  FROM counted
)
SELECT
  dt,
  report_date,
  account_id,
  coalesce(listed_name, reported_name) AS account_name,
  ou_path,
  CASE
    WHEN account_id IS NULL AND (day_list_date IS NULL OR is_unwritten) THEN 'missing'
    WHEN account_id IS NULL THEN 'unexpected'
    WHEN day_list_date IS NOT NULL AND NOT coalesce(expected, false) AND runs + unreadable_runs + reports > 0 THEN 'unexpected'
    WHEN rows_read > 0 THEN 'collected'
    WHEN runs + unreadable_runs + reports > 0 THEN 'failed'
    WHEN NOT expected THEN 'not_expected'
    WHEN joined_at >= coalesce(day_scheduled_at, cast(report_date AS timestamp)) THEN 'not_expected'
    -- Runs are spread over at most 3 hours and retried for at most 2 more; without any run the day decides.
    WHEN cast(now() AS timestamp) < coalesce(day_scheduled_at + interval '6' hour, cast(report_date AS timestamp) + interval '1' day) THEN 'pending'
    ELSE 'missing'
  END AS status,
  CASE
    WHEN account_id IS NULL AND is_unwritten THEN 'the day''s history is not written'
    WHEN account_id IS NULL AND day_list_date IS NULL THEN 'no list of accounts on this day or the 7 days before'
    WHEN account_id IS NULL THEN 'objects or lines that name no account'
    WHEN rows_read > 0 THEN NULL
    WHEN error IS NOT NULL THEN error
    WHEN is_unwritten AND runs + unreadable_runs + reports > 0 THEN 'the day''s history is not written'
    WHEN collected_runs > 0 THEN 'the run says collected, but no row of a report can be read'
    WHEN runs + unreadable_runs + reports > 0 THEN 'unreadable'
    WHEN NOT expected THEN not_expected_reason
    WHEN joined_at >= coalesce(day_scheduled_at, cast(report_date AS timestamp)) THEN 'joined_after_run'
    WHEN is_unwritten THEN 'the day''s history is not written'
  END AS reason,
  date_diff('day', day_list_date, report_date) AS list_age_days,
  report_generated_at,
  CASE
    WHEN impossible_age IS NULL AND finished_at IS NOT NULL
      THEN greatest(cast(floor(report_age_seconds / 60e0) AS bigint), 0)
  END AS report_age_minutes,
  collector_version,
  rows_read,
  unreadable_rows,
  nullif(
    concat_ws(
      '; ',
      CASE WHEN account_id IS NOT NULL AND day_list_date IS NULL THEN 'no list of accounts' END,
      CASE WHEN expected AND ou_path = '' THEN 'its unit is not known' END,
      CASE WHEN account_id IS NOT NULL AND reports > 1 THEN cast(reports AS varchar) || ' reports, the one ' || CASE WHEN is_recorded THEN 'that the run record names' ELSE 'with the greatest key' END || ' counts' END,
      CASE WHEN unreadable_rows > 0 THEN cast(unreadable_rows AS varchar) || ' unreadable rows' END,
      CASE WHEN impossible_dates > 0 THEN cast(impossible_dates AS varchar) || ' impossible dates' END,
      CASE
        WHEN reports > 0 AND (impossible_age IS NOT NULL OR report_age_seconds > 5 * 3600)
          THEN 'the report is of ' || substr(cast(report_generated_at AS varchar), 1, 16) || ', '
            || coalesce(impossible_age, cast(cast(floor(report_age_seconds / 3600e0) AS bigint) AS varchar) || ' hours before it was fetched')
      END,
      CASE WHEN reports > 0 AND report_rows <> rows_read + unreadable_rows THEN 'the run counted ' || cast(report_rows AS varchar) || ' rows' END,
      CASE WHEN unreadable_runs > 0 THEN cast(unreadable_runs AS varchar) || ' unreadable run records' END,
      CASE WHEN unreadable_accounts > 0 THEN cast(unreadable_accounts AS varchar) || ' unreadable lines in the list of accounts' END,
      CASE WHEN account_id IS NOT NULL AND reports > 0 AND runs = 0 THEN 'a report without a run record' END,
      CASE WHEN rows_read > 0 AND runs > 0 AND collected_runs = 0 THEN 'a report, but the run says failed' END,
      'facts not read: ' || facts_not_read,
      run_warnings
    ),
    ''
  ) AS warnings,
  facts_not_read
FROM timed
-- The rows that days always have are of interest only where there is something to tell.
WHERE account_id IS NOT NULL
  OR is_unwritten
  OR (reported > 0 AND day_list_date IS NULL)
  OR reports + unreadable_runs + unreadable_accounts > 0
