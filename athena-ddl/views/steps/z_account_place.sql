-- Where each account of the newest list of accounts of the last 7 days is in the organization, and whose it is: the value of
-- the tag that the list says names owners, in either case. The pattern finds that tag's value, JSON text still, among a user's tags too.
CREATE OR REPLACE VIEW z_account_place AS
SELECT
  account_id,
  account_name,
  ou_path,
  nullif(json_extract_scalar('{"v":"' || regexp_extract(tags, owner_pattern, 1) || '"}', '$.v'), '') AS owner,
  owner_pattern
FROM (
  SELECT
    account_id,
    account_name,
    ou_path,
    tags,
    -- Of what a key of a tag may hold, two characters mean something in a pattern; whatever else stands there is none.
    '[{,]"(?i:'
      || replace(replace(coalesce(nullif(regexp_extract(owner_tag, '^[^\\^$*?(){}|"\[\]]{1,128}$', 0), ''), 'owner'), '.', '[.]'), '+', '[+]')
      || ')":"((?:[^"\\]|\\.)*)"' AS owner_pattern
  FROM latest_account
) AS listed
