-- New users, passwords and keys and uses of the root user in the last 7 days, as events reported them, the newest first.
SELECT
  event_time,
  event_name,
  user_name,
  account_id,
  account_name,
  by_root,
  actor_arn,
  source_address,
  is_in_report,
  mfa_active,
  is_excepted,
  event_id
FROM user_credential_event
WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
ORDER BY event_time DESC, event_id
