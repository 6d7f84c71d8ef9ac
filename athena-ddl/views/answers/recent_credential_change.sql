-- The rows of credential_change that the reports of the last 30 days show, from 72 days of reports: 30, the 35 before that
-- they are compared with, and 7 to judge whether the oldest of those is complete; and from facts of 65.
CREATE OR REPLACE VIEW recent_credential_change AS
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
WHERE scope = 'recent'
  AND dt > date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND dt <= date_format(current_date, '%Y/%m/%d')
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
WHERE scope = 'recent'
  AND dt > date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND dt <= date_format(current_date, '%Y/%m/%d')
