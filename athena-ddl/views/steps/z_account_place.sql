-- Where each account of the newest list of accounts of the last 7 days is in the organization, and whose it is: the value of
-- its tag `owner`, in either case.
CREATE OR REPLACE VIEW z_account_place AS
SELECT
  account_id,
  account_name,
  ou_path,
  nullif(json_extract_scalar('{"v":"' || regexp_extract(tags, '[{,]"(?i:owner)":"((?:[^"\\]|\\.)*)"', 1) || '"}', '$.v'), '') AS owner
FROM latest_account
