-- One row per change since the account's report before, up to 35 days back; a day without a report is no change.
-- `dt` and `report_date` are those of the report that shows the change, `previous_report_date` of the one compared with.
-- What IAM reported of users beside the reports is compared with the day before on which it reported that.
-- It reads every day, whatever the filter on `dt`: the last 30 days are in recent_credential_change.
CREATE OR REPLACE VIEW credential_change AS
SELECT
  dt,
  report_date,
  previous_report_date,
  account_id,
  account_name,
  user_name,
  previous_user_name,
  arn,
  is_root,
  change,
  credential,
  evidence
FROM z_user_change
WHERE scope = 'all'
UNION ALL
SELECT
  dt,
  report_date,
  previous_report_date,
  account_id,
  account_name,
  user_name,
  NULL,
  arn,
  false,
  change,
  'user',
  evidence
FROM z_fact_change
WHERE scope = 'all'
