-- The organization as the newest list of accounts of the last 7 days has it.
CREATE OR REPLACE VIEW latest_account AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  state,
  joined_at,
  joined_method,
  ou_path,
  ou_ids,
  expected,
  not_expected_reason,
  tags,
  email,
  owner_tag,
  organization_id
FROM (
  SELECT *, max(dt) OVER () AS newest_dt
  FROM account
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
) AS week
WHERE dt = newest_dt
