-- One row per run of the collector: what it said about itself. `warnings` is a JSON array as text.
CREATE OR REPLACE VIEW collection_run AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  status,
  scheduled_at,
  started_at,
  finished_at,
  report_generated_at,
  report_rows,
  bytes,
  sha256,
  report_key,
  collector_version,
  warnings,
  error_name,
  error_message,
  facts_not_read
FROM z_collection_run_row
WHERE is_readable
