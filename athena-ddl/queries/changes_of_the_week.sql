-- What changed in the last 7 days: users, passwords, access keys and their ids, MFA, tags, administrator right, use of root; newest first.
SELECT
  report_date,
  account_id,
  account_name,
  user_name,
  previous_user_name,
  change,
  credential,
  evidence,
  previous_report_date
FROM recent_credential_change
WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
ORDER BY report_date DESC, account_id, user_name, change, credential, evidence
