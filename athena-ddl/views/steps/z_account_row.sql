-- Every line of the organization's daily list of accounts, and whether it can be relied on; account keeps those that can.
-- A list counts on its day and, where later days have none, for the 7 days after: so each line is there eight times, for
-- the day `listed_for`, `later` days after its own. Each branch shifts the day by a constant, so that a filter on either
-- day, or on `later`, tells every branch which days to read. Athena lists a day's folder whether it is empty or not.
CREATE OR REPLACE VIEW z_account_row AS
WITH
listed AS (
  SELECT dt AS listed_for, try_cast(replace(dt, '/', '-') AS date) AS listed_date, 0 AS later, dt, "$path" AS object_path, line
  FROM account_line
  UNION ALL
  SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '1' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '1' day AS date), 1, dt, "$path", line
  FROM account_line
  UNION ALL
  SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '2' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '2' day AS date), 2, dt, "$path", line
  FROM account_line
  UNION ALL
  SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '3' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '3' day AS date), 3, dt, "$path", line
  FROM account_line
  UNION ALL
  SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '4' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '4' day AS date), 4, dt, "$path", line
  FROM account_line
  UNION ALL
  SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '5' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '5' day AS date), 5, dt, "$path", line
  FROM account_line
  UNION ALL
  SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '6' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '6' day AS date), 6, dt, "$path", line
  FROM account_line
  UNION ALL
  SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '7' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '7' day AS date), 7, dt, "$path", line
  FROM account_line
),
reported AS (
  SELECT
    listed_for,
    listed_date,
    later,
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
    json_extract_scalar(line, '$.email') AS email
  FROM listed
)
SELECT
  listed_for,
  listed_date,
  later,
  dt,
  try_cast(replace(dt, '/', '-') AS date) AS report_date,
  object_path,
  coalesce(regexp_extract(account_id, '^[0-9]{12}$', 0) <> '' AND expected IN ('true', 'false'), false) AS is_readable,
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
  email
FROM reported
