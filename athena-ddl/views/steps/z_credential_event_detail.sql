-- One row per credential event with the name and unit of its account, as the newest list of accounts of the last 7 days
-- has them, and the exceptions that cover its user on that day: how many, and the one that names most. Exceptions are of
-- findings, so one covers an event whatever its control. It reads no report, so the notifier asks it.
CREATE OR REPLACE VIEW z_credential_event_detail AS
SELECT
  e.dt,
  e.event_date,
  e.event_time,
  e.event_id,
  e.account_id,
  a.account_name,
  a.ou_path,
  e.event_name,
  e.user_name,
  e.by_root,
  e.about_root,
  e.actor_arn,
  e.source_address,
  e.user_agent,
  e.outcome,
  e.exceptions,
  e.exception_control,
  e.exception_reason,
  e.exception_expires_on
FROM (
  SELECT
    c.*,
    x.control AS exception_control,
    x.reason AS exception_reason,
    x.expires_on AS exception_expires_on,
    count(x.control) OVER (PARTITION BY c.dt, c.event_id) AS exceptions,
    row_number() OVER (
      PARTITION BY c.dt, c.event_id
      ORDER BY
        CASE WHEN x.account_id = '*' THEN 1 ELSE 0 END,
        CASE WHEN x.user_name = '*' THEN 1 ELSE 0 END,
        CASE WHEN x.control = '*' THEN 1 ELSE 0 END,
        x.expires_on DESC,
        x.control
    ) AS place
  FROM credential_event AS c
  LEFT JOIN z_exception AS x
    ON x.account_id IN (c.account_id, '*')
    AND (
      (c.user_name IS NOT NULL AND x.user_name IN (c.user_name, '*'))
      -- What the root user does is covered only where that is what an exception says.
      OR (c.about_root AND x.user_name = '<root_account>')
    )
    -- The day on which an exception expires is its last.
    AND x.expires_on >= c.event_date
) AS e
LEFT JOIN latest_account AS a ON a.account_id = e.account_id
WHERE e.place = 1
