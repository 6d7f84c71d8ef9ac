-- What a control found in each account's report, in each `scope` of z_counted_user; ask for one: how many users or
-- credentials it is about, and how many of them fail. A control that is about nothing passes; one that is about somebody of
-- whom IAM did not tell what it asks has `no data`, unless another fails.
CREATE OR REPLACE VIEW z_control_count AS
SELECT
  scope,
  dt,
  report_date,
  account_id,
  account_name,
  control,
  CASE WHEN failed > 0 THEN 'failed' WHEN unknown > 0 THEN 'no data' WHEN excepted > 0 THEN 'excepted' ELSE 'passed' END AS result,
  checked,
  failed,
  excepted,
  checked - failed - excepted AS passed
FROM (
  SELECT
    scope,
    dt,
    report_date,
    account_id,
    max(account_name) AS account_name,
    control,
    count_if(is_checked) AS checked,
    count_if(is_unknown) AS unknown,
    count_if(is_checked AND status <> 'excepted') AS failed,
    count_if(is_checked AND status = 'excepted') AS excepted
  FROM z_user_verdict
  WHERE control IS NOT NULL
  GROUP BY scope, dt, report_date, account_id, control
) AS counted
