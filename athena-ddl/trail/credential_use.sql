-- One row per user, access key, kind of call, error, region and day: what credentials did (`error_code` NULL) and what they
-- tried. `dt` is the folder's day, on which CloudTrail delivered: events of a day can lie a day later, so ask for one day of
-- `dt` more than of `event_date`. An event that was delivered twice on a day counts once.
CREATE OR REPLACE VIEW credential_use AS
SELECT
  account_id,
  region,
  dt,
  event_date,
  user_name,
  is_root,
  access_key_id,
  event_source,
  event_name,
  event_name_raw,
  error_code,
  aws_region,
  is_data_event,
  calls,
  first_at,
  last_at,
  slice(addresses, 1, 20) AS source_addresses,
  cardinality(addresses) AS source_address_count,
  user_agent_count,
  slice(named, 1, 50) AS resources,
  resources_cut OR cardinality(named) > 50 AS resources_cut
FROM (
  SELECT
    account_id,
    region,
    dt,
    event_date,
    user_name,
    is_root,
    access_key_id,
    event_source,
    event_name,
    event_name_raw,
    error_code,
    aws_region,
    is_data_event,
    count(*) AS calls,
    min(event_time) AS first_at,
    max(event_time) AS last_at,
    array_sort(coalesce(array_agg(DISTINCT source_address) FILTER (WHERE source_address <> ''), ARRAY[])) AS addresses,
    count(DISTINCT user_agent) AS user_agent_count,
    array_sort(
      coalesce(
        array_distinct(split(array_join(array_agg(DISTINCT resources) FILTER (WHERE resources <> ''), chr(10)), chr(10))),
        ARRAY[]
      )
    ) AS named,
    -- Events that name nothing beside others that do: what those were on is left open.
    coalesce(bool_or(resources_cut), false) OR (bool_or(coalesce(resources, '') = '') AND bool_or(coalesce(resources, '') <> '')) AS resources_cut
  FROM z_user_event
  WHERE event_time IS NOT NULL
  GROUP BY account_id, region, dt, event_date, user_name, is_root, access_key_id, event_source, event_name, event_name_raw, error_code, aws_region, is_data_event
) AS used
