-- Every line of the organization's daily list of accounts, and whether it can be relied on; account keeps those that can.
-- Today and yesterday are read from the objects, earlier days from their history, which has one more row of each day. Its
-- `object_path` is empty: it says that the day is written, and is neither readable nor unreadable.
CREATE OR REPLACE VIEW z_account_row AS
WITH
stored AS (
  SELECT
    dt,
    "$path" AS object_path,
    line
  FROM account_line
  WHERE dt >= date_format(current_date - interval '1' day, '%Y/%m/%d')
  UNION ALL
  SELECT
    dt,
    object_path,
    line
  FROM account_line_history
  WHERE dt < date_format(current_date - interval '1' day, '%Y/%m/%d')
),
reported AS (
  SELECT
    dt,
    object_path,
    json_extract_scalar(line, '$.account_id') AS account_id,
    json_extract_scalar(line, '$.account_name') AS account_name,
    json_extract_scalar(line, '$.state') AS state,
    json_extract_scalar(line, '$.joined_at') AS joined_at,
    json_extract_scalar(line, '$.joined_method') AS joined_method,
    json_extract_scalar(line, '$.ou_path') AS ou_path,
    json_format(json_extract(line, '$.ou_ids')) AS ou_ids,
    json_extract_scalar(line, '$.expected') AS expected,
    json_extract_scalar(line, '$.not_expected_reason') AS not_expected_reason,
    json_format(json_extract(line, '$.tags')) AS tags,
    json_extract_scalar(line, '$.email') AS email,
    json_extract_scalar(line, '$.owner_tag') AS owner_tag,
    nullif(regexp_extract(json_extract_scalar(line, '$.organization_id'), '^o-[a-z0-9]{10,32}$', 0), '') AS organization_id
  FROM stored
)
SELECT
  dt,
  try_cast(replace(dt, '/', '-') AS date) AS report_date,
  object_path,
  CASE WHEN object_path <> '' THEN coalesce(regexp_extract(account_id, '^[0-9]{12}$', 0) <> '' AND expected IN ('true', 'false'), false) END AS is_readable,
  account_id,
  account_name,
  state,
  try_cast(replace(regexp_extract(joined_at, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS joined_at,
  joined_method,
  ou_path,
  ou_ids,
  expected = 'true' AS expected,
  not_expected_reason,
  tags,
  email,
  owner_tag,
  organization_id
FROM reported
