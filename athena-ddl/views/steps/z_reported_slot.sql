-- The rows of z_user_slot with what IAM reported of the user on the same day: the id of the key that was set in the same second,
-- if that is one and the slot is one, and the administrator right. What was not reported is NULL, the right then `unknown`.
CREATE OR REPLACE VIEW z_reported_slot AS
SELECT
  s.*,
  CASE
    WHEN s.is_set_alone AND coalesce(f.first_key_created_at <> f.last_key_created_at, true)
      THEN CASE s.set_at WHEN f.first_key_created_at THEN f.first_key_id WHEN f.last_key_created_at THEN f.last_key_id END
  END AS key_id,
  CASE WHEN NOT s.is_root THEN coalesce(f.admin_right, 'unknown') END AS admin_right,
  f.admin_evidence,
  f.tags AS user_tags,
  -- By the tag that names owners where no list of accounts names another. Its value is JSON text still.
  nullif(json_extract_scalar('{"v":"' || regexp_extract(f.tags, '[{,]"(?i:owner)":"((?:[^"\\]|\\.)*)"', 1) || '"}', '$.v'), '') AS user_owner,
  f.quarantine_policy,
  f.active_services,
  f.endless_services,
  f.oldest_service_at,
  f.virtual_devices,
  f.password_policy_flaw,
  coalesce(f.is_device_read, false) AS is_device_read,
  coalesce(f.is_service_read, false) AS is_service_read,
  coalesce(f.is_policy_read, false) AS is_policy_read,
  coalesce(f.is_key_read, false) AS is_key_read
FROM z_user_slot AS s
LEFT JOIN z_user_fact AS f
  ON f.scope = s.scope
  AND f.dt = s.dt
  AND f.report_date = s.report_date
  AND f.account_id = s.account_id
  AND f.user_name = s.user_name
