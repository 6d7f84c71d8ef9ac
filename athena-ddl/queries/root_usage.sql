-- When each account's root user last signed in or used an access key, and how it is protected; newest use first. A report forgets
-- the use of what was removed, so the newest use that the reports of the last 52 days tell counts.
SELECT
  r.account_id,
  r.account_name,
  k.last_used_at,
  k.password_last_used_at,
  k.access_key_1_last_used_at,
  k.access_key_2_last_used_at,
  r.mfa_active,
  r.access_key_1_active OR r.access_key_2_active AS has_active_key,
  r.report_date
FROM latest_user_credential AS r
INNER JOIN (
  SELECT
    account_id,
    max(password_last_used_at) AS password_last_used_at,
    max(access_key_1_last_used_at) AS access_key_1_last_used_at,
    max(access_key_2_last_used_at) AS access_key_2_last_used_at,
    max(last_used_at) AS last_used_at
  FROM user_credential
  WHERE is_root
    AND dt > date_format(current_date - interval '52' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
  GROUP BY account_id
) AS k
  ON k.account_id = r.account_id
WHERE r.is_root
ORDER BY last_used_at DESC NULLS LAST, account_id
