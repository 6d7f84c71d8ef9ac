-- Findings that are new or resolved since yesterday (days 1) and since a week ago (days 7). Compared are two reports of
-- each account: one that fell silent resolves nothing, and neither does one that left the organization. Nor does a rename:
-- names of one report alone are paired, in their order, where the time of creation is the same.
WITH
reported AS (
  SELECT
    p.days,
    f.*,
    l.left_on,
    max(f.dt) OVER (PARTITION BY p.days, f.account_id) AS now_dt,
    max(CASE WHEN f.report_date <= cast(current_date - p.days * interval '1' day AS date) THEN f.dt END)
      OVER (PARTITION BY p.days, f.account_id) AS before_dt
  -- Users without findings are in it too, so that a report without any counts as one.
  FROM z_user_finding AS f
  CROSS JOIN (VALUES (1), (7)) AS p (days)
  LEFT JOIN left_account AS l ON l.account_id = f.account_id
  WHERE f.dt > date_format(current_date - interval '14' day, '%Y/%m/%d')
    AND f.dt <= date_format(current_date, '%Y/%m/%d')
    AND f.report_date > cast(current_date - (p.days + 7) * interval '1' day AS date)
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
    max_by(severity, dt) AS severity,
    max_by(severity_rank, dt) AS severity_rank,
    max_by(evidence, dt) AS evidence,
    max_by(status, dt) AS status,
    count_if(dt = now_dt) AS now_count,
    count_if(dt = before_dt) AS before_count
  FROM identified
  WHERE control IS NOT NULL
    AND status <> 'excepted'
    AND (left_on IS NULL OR now_dt >= date_format(left_on, '%Y/%m/%d'))
  GROUP BY days, account_id, identity, control, credential
)
SELECT
  days,
  CASE WHEN now_count > 0 THEN 'new' ELSE 'resolved' END AS change,
  severity,
  control,
  account_id,
  account_name,
  user_name,
  credential,
  evidence,
  status
FROM compared
WHERE severity <> 'info' AND (now_count = 0 OR before_count = 0)
ORDER BY days, change, severity_rank, account_id, user_name, control, credential
