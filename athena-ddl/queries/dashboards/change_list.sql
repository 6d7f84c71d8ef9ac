-- What happened to users and credentials in the last 30 days, the newest first.
SELECT
  report_date AS day,
  change,
  account_id,
  account_name,
  user_name,
  credential,
  evidence
FROM recent_credential_change
WHERE dt >= date_format(current_date - interval '29' day, '%Y/%m/%d')
ORDER BY day DESC, account_id, user_name, change, credential, evidence
