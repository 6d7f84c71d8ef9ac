-- Each user's row with the reports of the account around it, and those that have the same name and time of creation.
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
counted AS (
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
    last_used_at,
    count(CASE WHEN NOT is_readable THEN 1 END) OVER (PARTITION BY scope, account_id, report_date) AS unreadable_rows,
    count(CASE WHEN is_readable THEN 1 END) OVER (PARTITION BY scope, account_id, report_date) AS readable_rows
  FROM (
    SELECT *, timestamp '1970-01-01 00:00:00' AS unknown_time
    FROM scoped
    WHERE is_counted
  ) AS stored
),
preceded AS (
  SELECT
    *,
    max(report_date) OVER previous AS previous_date,
    max(unreadable_rows) OVER previous AS previous_unreadable_rows
  FROM counted
  WINDOW previous AS (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING)
),
compared AS (
  SELECT
    *,
    readable_rows > 0
      AND unreadable_rows <= coalesce(CASE WHEN date_diff('day', previous_date, report_date) <= 7 THEN previous_unreadable_rows END, 0)
      AS is_complete
  FROM preceded
),
framed AS (
  SELECT
    *,
    max(CASE WHEN is_complete THEN report_date END)
      OVER (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS report_before,
    min(CASE WHEN is_complete THEN report_date END)
      OVER (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS report_after,
    min_by(unreadable_rows, CASE WHEN is_complete THEN report_date END)
      OVER (PARTITION BY scope, account_id ORDER BY report_date GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS unreadable_rows_after
  FROM compared
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
  lag(report_date) OVER same_name AS named_before,
  lead(report_date) OVER same_name AS named_after,
  has_password,
  password_last_changed_at,
  mfa_active,
  unknown_time,
  key_1,
  access_key_1_active,
  key_2,
  access_key_2_active,
  last_used_at
FROM framed
WHERE is_readable
WINDOW same_name AS (PARTITION BY scope, account_id, user_name, user_created_at ORDER BY report_date)
