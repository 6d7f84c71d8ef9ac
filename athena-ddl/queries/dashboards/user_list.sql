-- Every user of each account's newest report, with what it can sign in with and its findings that no exception covers.
SELECT
  u.account_id,
  u.account_name,
  coalesce(nullif(p.ou_path, ''), '(not listed)') AS unit,
  u.user_name,
  CASE WHEN u.password_enabled THEN 'yes' WHEN NOT u.password_enabled THEN 'no' ELSE 'unknown' END AS console,
  CASE WHEN u.mfa_active THEN 'yes' ELSE 'no' END AS mfa,
  CASE WHEN u.access_key_1_active THEN 1 ELSE 0 END + CASE WHEN u.access_key_2_active THEN 1 ELSE 0 END AS active_keys,
  coalesce(f.worst, '') AS worst,
  coalesce(f.findings, 0) AS findings,
  cast(u.last_used_at AS date) AS last_used,
  cast(u.password_last_used_at AS date) AS password_last_used,
  cast(u.access_key_1_last_rotated_at AS date) AS key_1_made,
  cast(u.access_key_1_last_used_at AS date) AS key_1_last_used,
  cast(u.access_key_2_last_rotated_at AS date) AS key_2_made,
  cast(u.access_key_2_last_used_at AS date) AS key_2_last_used,
  cast(u.user_created_at AS date) AS created,
  u.arn
FROM latest_user_credential AS u
LEFT JOIN z_account_place AS p ON p.account_id = u.account_id
LEFT JOIN (
  SELECT account_id, user_name, min_by(severity, severity_rank) AS worst, count(*) AS findings
  FROM z_latest_finding
  WHERE status <> 'excepted'
  GROUP BY account_id, user_name
) AS f ON f.account_id = u.account_id AND f.user_name = u.user_name
ORDER BY u.account_id, u.user_name, u.arn
