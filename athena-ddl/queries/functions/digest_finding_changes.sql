-- Findings that are new or resolved since yesterday (days 1) and since a week ago (days 7). Compared are two reports of
-- each account: one that fell silent resolves nothing, and neither does one that left the organization. Nor does a rename:
-- names of one report alone are paired, in their order, where the time of creation is the same. What one of the two days could
-- not judge, since IAM did not tell what it asks, is neither new nor resolved. A critical finding that both days have is
-- unchanged, so that it can be said how long it is there at least.
WITH
dated AS (
  SELECT
    *,
    max(CASE WHEN dt > date_format(current_date - interval '8' day, '%Y/%m/%d') THEN dt END) OVER of_account AS now_day,
    max(
      CASE
        WHEN dt > date_format(current_date - interval '8' day, '%Y/%m/%d') AND dt <= date_format(current_date - interval '1' day, '%Y/%m/%d')
          THEN dt
      END
    ) OVER of_account AS before_day,
    max(dt) OVER of_account AS now_week,
    max(CASE WHEN dt <= date_format(current_date - interval '7' day, '%Y/%m/%d') THEN dt END) OVER of_account AS before_week
  -- Users without findings are in it too, by their row without control, so that a report without any counts as one.
  FROM z_day_finding
  WHERE (control IS NOT NULL OR credential = 'user')
    AND dt > date_format(current_date - interval '14' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
  WINDOW of_account AS (PARTITION BY account_id)
),
reported AS (
  SELECT
    f.*,
    p.days,
    l.left_on,
    CASE p.days WHEN 1 THEN now_day ELSE now_week END AS now_dt,
    CASE p.days WHEN 1 THEN before_day ELSE before_week END AS before_dt
  -- The days that are not compared are gone before the others double.
  FROM (
    SELECT *
    FROM dated
    WHERE dt IN (now_day, before_day, now_week, before_week)
  ) AS f
  CROSS JOIN (VALUES (1), (7)) AS p (days)
  LEFT JOIN left_account AS l ON l.account_id = f.account_id
),
known AS (
  SELECT
    *,
    user_created_at IS NULL OR is_root
      OR (count(CASE WHEN dt = now_dt THEN 1 END) OVER same_user > 0 AND count(CASE WHEN dt = before_dt THEN 1 END) OVER same_user > 0)
      AS is_same_name
  FROM reported
  WHERE dt = now_dt OR dt = before_dt
  WINDOW same_user AS (PARTITION BY days, account_id, user_name, user_created_at)
),
identified AS (
  SELECT
    *,
    CASE
      WHEN is_same_name THEN user_name
      ELSE cast(user_created_at AS varchar) || ' '
        || cast(dense_rank() OVER (PARTITION BY days, account_id, user_created_at, is_same_name, dt ORDER BY user_name) AS varchar)
    END AS identity
  FROM known
),
compared AS (
  SELECT
    days,
    account_id,
    max(account_name) AS account_name,
    max_by(user_name, dt) AS user_name,
    control,
    credential,
    max_by(severity, found_dt) AS severity,
    max_by(severity_rank, found_dt) AS severity_rank,
    max_by(evidence, found_dt) AS evidence,
    max_by(status, found_dt) AS status,
    max_by(key_id, found_dt) AS key_id,
    count_if(dt = now_dt) AS now_count,
    count_if(dt = before_dt) AS before_count,
    count_if(found_dt = now_dt) AS now_found,
    count_if(found_dt = before_dt) AS before_found
  FROM (
    SELECT *, CASE WHEN NOT is_unknown THEN dt END AS found_dt
    FROM identified
  ) AS found
  WHERE control IS NOT NULL
    AND (is_unknown OR status <> 'excepted')
    AND (left_on IS NULL OR now_dt >= date_format(left_on, '%Y/%m/%d'))
  GROUP BY days, account_id, identity, control, credential
)
SELECT
  days,
  CASE WHEN now_count = 0 THEN 'resolved' WHEN before_count = 0 THEN 'new' ELSE 'unchanged' END AS change,
  severity,
  control,
  account_id,
  account_name,
  user_name,
  credential,
  evidence,
  status,
  key_id
FROM compared
WHERE
  (severity <> 'info' AND ((now_found > 0 AND before_count = 0) OR (before_found > 0 AND now_count = 0)))
  OR (severity = 'critical' AND now_found > 0 AND before_found > 0)
ORDER BY days, change, severity_rank, account_id, user_name, control, credential
