-- Users of whom no use of password or access keys is known for 45 days or more, longest idle first. A report forgets the use of
-- what was removed, so the newest use that the reports of the last 52 days tell counts: 45 days before one that is 7 days
-- old. Without any it is counted from the user's creation, which says nothing about use where no credential is left.
SELECT
  account_id,
  account_name,
  user_name,
  last_used_on,
  created_on,
  date_diff('day', coalesce(last_used_on, created_on), report_date) AS idle_days,
  CASE
    WHEN last_used_on IS NOT NULL THEN 'last use'
    WHEN has_credential THEN 'no use known, created'
    ELSE 'no credential left, created'
  END AS counted_from,
  report_date
FROM (
  SELECT
    seen.account_id,
    max_by(seen.account_name, dt) AS account_name,
    user_name,
    cast(user_created_at AS date) AS created_on,
    max(CASE WHEN idle_days IS NOT NULL THEN cast(used_at AS date) END) AS last_used_on,
    bool_or(
      dt = newest_dt
      AND (has_password OR access_key_1_active OR access_key_2_active OR cert_1_active OR cert_2_active)
    ) AS has_credential,
    max(report_date) AS report_date
  FROM (
    SELECT *, max(dt) OVER (PARTITION BY account_id) AS newest_dt, max(report_date) OVER (PARTITION BY account_id) AS newest_date
    FROM z_user_slot
    WHERE scope = 'all'
      AND credential = 'user'
      AND dt > date_format(current_date - interval '52' day, '%Y/%m/%d')
      AND dt <= date_format(current_date, '%Y/%m/%d')
  ) AS seen
  LEFT JOIN left_account AS l ON l.account_id = seen.account_id
  WHERE NOT is_root
    AND newest_dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND (l.left_on IS NULL OR newest_date >= l.left_on)
  GROUP BY seen.account_id, user_name, user_created_at
  HAVING max(dt) = max(newest_dt)
) AS known
WHERE date_diff('day', coalesce(last_used_on, created_on), report_date) >= 45
ORDER BY idle_days DESC, account_id, user_name
