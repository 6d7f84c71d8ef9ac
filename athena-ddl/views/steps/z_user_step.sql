-- Users' rows that a change may come from, with the reports of the account around them, and the rows of the same name and
-- time of creation before and after. A row that says what the same user's row of the day before says, and is followed by
-- one on the next day, changes nothing: it is left out.
-- A report with more unreadable rows than the one before, of at most 7 days ago, is not complete: who is missing from it
-- has not been deleted.
-- What comes before a row no filter on `dt` may cut away, so the rows are there twice: ask for one `scope`. 'all' is every
-- day; 'recent' holds the last 30 days, the 35 before them that they are compared with, and 7 to judge the oldest of those.
-- Each window is partitioned by `scope`: so a filter on it reaches the branches, and only one of them reads reports.
CREATE OR REPLACE VIEW z_user_step AS
WITH
scoped AS (
  SELECT 'all' AS scope, r.*
  FROM z_stored_row AS r
  UNION ALL
  SELECT 'recent' AS scope, r.*
  FROM z_stored_row AS r
  WHERE dt > date_format(current_date - interval '72' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
),
keyed AS (
  SELECT
    scope,
    dt,
    report_date,
    account_id,
    account_name,
    user_name,
    arn,
    is_root,
    is_readable,
    user_created_at,
    has_password,
    password_last_changed_at,
    mfa_active,
    access_key_1_active,
    access_key_2_active,
    unknown_time,
    -- A key is known by its date; one that tells none is still a key.
    coalesce(access_key_1_last_rotated_at, CASE WHEN access_key_1_active THEN unknown_time END) AS key_1,
    coalesce(access_key_2_last_rotated_at, CASE WHEN access_key_2_active THEN unknown_time END) AS key_2,
    last_used_at
  FROM (
    SELECT *, timestamp '1970-01-01 00:00:00' AS unknown_time
    FROM scoped
    WHERE is_counted
  ) AS stored
),
-- All windows that every row must pass, in one level. Any row of a report tells of the account's days.
neighbored AS (
  SELECT
    *,
    coalesce(lag(report_date) OVER (PARTITION BY scope, account_id ORDER BY report_date) < report_date, true) AS is_first_of_report,
    count(CASE WHEN NOT is_readable THEN 1 END) OVER same_report AS unreadable_rows,
    count(CASE WHEN is_readable THEN 1 END) OVER same_report AS readable_rows,
    max(report_date) OVER previous_report AS previous_date,
    count(CASE WHEN NOT is_readable THEN 1 END) OVER previous_report AS previous_unreadable_rows,
    lag(report_date) OVER same_name AS named_before,
    lead(report_date) OVER same_name AS named_after,
    lag(has_password) OVER same_name AS had_password,
    lag(password_last_changed_at) OVER same_name AS password_changed_before,
    lag(mfa_active) OVER same_name AS mfa_before,
    lag(key_1) OVER same_name AS key_1_before,
    lag(access_key_1_active) OVER same_name AS key_1_active_before,
    lag(key_2) OVER same_name AS key_2_before,
    lag(access_key_2_active) OVER same_name AS key_2_active_before,
    lag(last_used_at) OVER same_name AS used_before
  FROM keyed
  WINDOW
    same_report AS (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN CURRENT ROW AND CURRENT ROW),
    previous_report AS (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING),
    same_name AS (PARTITION BY scope, account_id, is_readable, user_name, user_created_at ORDER BY report_date)
),
compared AS (
  SELECT
    *,
    readable_rows > 0
      AND unreadable_rows <= CASE WHEN date_diff('day', previous_date, report_date) <= 7 THEN previous_unreadable_rows ELSE 0 END
      AS is_complete,
    is_readable AND (
      -- Between days side by side no report can be that the user is missing from.
      coalesce(date_diff('day', named_before, report_date) <> 1, true)
      OR coalesce(date_diff('day', report_date, named_after) <> 1, true)
      OR has_password IS DISTINCT FROM had_password
      OR password_last_changed_at IS DISTINCT FROM password_changed_before
      OR mfa_active IS DISTINCT FROM mfa_before
      OR key_1 IS DISTINCT FROM key_1_before
      OR access_key_1_active IS DISTINCT FROM key_1_active_before
      OR key_2 IS DISTINCT FROM key_2_before
      OR access_key_2_active IS DISTINCT FROM key_2_active_before
      -- Of others nobody asks, and who works is in every report with another time.
      OR (is_root AND last_used_at IS DISTINCT FROM used_before)
    ) AS is_step
  FROM neighbored
),
framed AS (
  SELECT
    *,
    max(CASE WHEN is_complete THEN report_date END) OVER reports_before AS report_before,
    min(CASE WHEN is_complete THEN report_date END) OVER reports_after AS report_after,
    min_by(unreadable_rows, CASE WHEN is_complete THEN report_date END) OVER reports_after AS unreadable_rows_after
  FROM compared
  WHERE is_step OR is_first_of_report
  WINDOW
    reports_before AS (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    reports_after AS (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
)
SELECT
  scope,
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  user_created_at,
  report_before,
  -- Who is missing where more rows are unreadable than here may be one of those.
  CASE WHEN unreadable_rows_after <= unreadable_rows THEN report_after END AS report_after,
  unreadable_rows,
  named_before,
  named_after,
  has_password,
  had_password,
  password_last_changed_at,
  password_changed_before,
  mfa_active,
  mfa_before,
  unknown_time,
  key_1,
  key_1_before,
  access_key_1_active,
  key_1_active_before,
  key_2,
  key_2_before,
  access_key_2_active,
  key_2_active_before,
  last_used_at,
  used_before
FROM framed
WHERE is_step
