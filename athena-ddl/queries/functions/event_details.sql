-- What is known about the accounts and users of the credential events of the last 6 days, for the messages about them:
-- an event waits for the notifier for at most 4 days and is delivered for at most one.
SELECT
  event_id,
  account_name,
  ou_path,
  exceptions,
  exception_control,
  exception_reason,
  cast(exception_expires_on AS varchar) AS exception_expires_on
FROM z_credential_event_detail
WHERE dt > date_format(current_date - interval '6' day, '%Y/%m/%d')
  AND dt <= date_format(current_date, '%Y/%m/%d')
ORDER BY event_id
