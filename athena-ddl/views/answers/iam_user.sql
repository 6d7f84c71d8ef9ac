-- One row per IAM user, account and day, as IAM reported of it beside the report. `groups` is a JSON array and `tags` a JSON
-- object, both as text.
CREATE OR REPLACE VIEW iam_user AS
SELECT
  dt,
  report_date,
  account_id,
  user_name,
  json_extract_scalar(line, '$.user_id') AS user_id,
  json_extract_scalar(line, '$.arn') AS arn,
  json_extract_scalar(line, '$.path') AS path,
  created_at,
  nullif(group_names, 'null') AS groups,
  nullif(json_format(json_extract(line, '$.tags')), 'null') AS tags,
  json_extract_scalar(line, '$.boundary_arn') AS boundary_arn
FROM z_user_fact_row
WHERE is_readable AND fact = 'user'
