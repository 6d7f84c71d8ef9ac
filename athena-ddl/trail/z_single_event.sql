-- Each event of users and the root user once in a day's folder: CloudTrail delivers an event at least once. Roles and services,
-- of which most of a trail is made, are left out before.
CREATE OR REPLACE VIEW z_single_event AS
SELECT
  *
FROM (
  SELECT
    *,
    row_number() OVER (PARTITION BY account, region, dt, eventid) AS delivery
  FROM cloudtrail_event
  WHERE useridentity.type IN ('IAMUser', 'Root', 'FederatedUser')
) AS delivered
WHERE delivery = 1
