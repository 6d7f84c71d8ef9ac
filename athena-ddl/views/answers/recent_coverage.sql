-- The rows of coverage that name an account, of today and the 35 days before, with what those days tell of its silence: the
-- last day with a report up to each day, and for a silent day the first silent one after that report. It reads all 36
-- days, whatever the filter on `dt`; a silence that began before them is since the first of them.
CREATE OR REPLACE VIEW recent_coverage AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  ou_path,
  status,
  reason,
  last_collected,
  CASE
    WHEN is_silent
      THEN min(CASE WHEN is_silent THEN report_date END) OVER (PARTITION BY account_id, last_collected ORDER BY report_date)
  END AS since,
  warnings
FROM (
  SELECT
    *,
    status IN ('failed', 'missing') AS is_silent,
    max(CASE WHEN rows_read > 0 THEN report_date END) OVER (PARTITION BY account_id ORDER BY report_date) AS last_collected
  FROM coverage
  WHERE dt > date_format(current_date - interval '36' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
    AND account_id IS NOT NULL
) AS days
