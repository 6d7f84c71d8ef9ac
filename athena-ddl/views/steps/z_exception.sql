-- The exceptions whose last day is a day, written `yyyy-mm-dd` and in no other way: what the engines make of other forms
-- differs, and an exception that cannot be read excepts nothing.
CREATE OR REPLACE VIEW z_exception AS
SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  expires_on
FROM (
  SELECT
    account_id,
    user_name,
    control,
    reason,
    approved_by,
    try_cast(regexp_extract(expires_on, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 0) AS date) AS expires_on
  FROM exception
) AS dated
WHERE expires_on IS NOT NULL
