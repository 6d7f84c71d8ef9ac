-- Every line of every run record, and whether it can be relied on; collection_run keeps those that can.
-- The account comes from the object's key, which the bucket policy ties to the writer.
-- Today and yesterday are read from the objects, earlier days from their history, which has one more row of each day. Its
-- `object_path` is empty: it says that the day is written, and is neither readable nor unreadable.
CREATE OR REPLACE VIEW z_collection_run_row AS
WITH
stored AS (
  SELECT
    dt,
    "$path" AS object_path,
    line
  FROM collection_run_line
  WHERE dt >= date_format(current_date - interval '1' day, '%Y/%m/%d')
  UNION ALL
  SELECT
    dt,
    object_path,
    line
  FROM collection_run_line_history
  WHERE dt < date_format(current_date - interval '1' day, '%Y/%m/%d')
),
reported AS (
  SELECT
    dt,
    object_path,
    nullif(regexp_extract(object_path, '^s3://[^/]+/collection-runs/[0-9]{4}/[0-9]{2}/[0-9]{2}/([0-9]{12})[.]json$', 1), '') AS account_id,
    json_extract_scalar(line, '$.account_id') AS told_account_id,
    json_extract_scalar(line, '$.account_name') AS account_name,
    json_extract_scalar(line, '$.status') AS status,
    json_extract_scalar(line, '$.scheduled_at') AS scheduled_at,
    json_extract_scalar(line, '$.started_at') AS started_at,
    json_extract_scalar(line, '$.finished_at') AS finished_at,
    json_extract_scalar(line, '$.report_generated_at') AS report_generated_at,
    json_extract_scalar(line, '$.users') AS report_rows,
    json_extract_scalar(line, '$.bytes') AS bytes,
    json_extract_scalar(line, '$.sha256') AS sha256,
    json_extract_scalar(line, '$.key') AS report_key,
    json_extract_scalar(line, '$.collector_version') AS collector_version,
    json_format(json_extract(line, '$.warnings')) AS warnings,
    json_format(json_extract(line, '$.facts.not_read')) AS facts_not_read,
    json_extract_scalar(line, '$.error.name') AS error_name,
    json_extract_scalar(line, '$.error.message') AS error_message
  FROM stored
)
SELECT
  dt,
  try_cast(replace(dt, '/', '-') AS date) AS report_date,
  object_path,
  CASE WHEN object_path <> '' THEN coalesce(told_account_id = account_id AND status IN ('collected', 'failed'), false) END AS is_readable,
  account_id,
  account_name,
  status,
  try_cast(replace(regexp_extract(scheduled_at, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS scheduled_at,
  try_cast(replace(regexp_extract(started_at, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS started_at,
  try_cast(replace(regexp_extract(finished_at, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS finished_at,
  try_cast(replace(regexp_extract(report_generated_at, '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS report_generated_at,
  try_cast(regexp_extract(report_rows, '^[0-9]{1,15}$', 0) AS bigint) AS report_rows,
  try_cast(regexp_extract(bytes, '^[0-9]{1,15}$', 0) AS bigint) AS bytes,
  sha256,
  report_key,
  -- The object of this day's report that the record names.
  CASE
    WHEN substr(report_key, 20, 10) = dt
      THEN nullif(regexp_extract(report_key, '^credential-reports/[0-9]{4}/[0-9]{2}/[0-9]{2}/([0-9]{12}-[^/]*)[.]csv$', 1), '')
  END AS report_name,
  collector_version,
  warnings,
  error_name,
  error_message,
  coalesce(
    replace(nullif(regexp_extract(facts_not_read, '^\["(.*)"\]$', 1), ''), '","', ', '),
    -- What was read and could not be stored is there as little; what an earlier run of the day stored is.
    CASE
      WHEN strpos(warnings, 'those of an earlier run of the day are kept') = 0
        THEN 'PutObject: ' || nullif(regexp_extract(warnings, '"the facts beside the report could not be stored: ([A-Za-z0-9]+)', 1), '')
    END
  ) AS facts_not_read
FROM reported
