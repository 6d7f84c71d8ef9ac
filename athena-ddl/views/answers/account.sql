-- One row per account and day: the organization as its management account listed it. `tags` is a JSON object and
-- `ou_ids` a JSON array, both as text.
CREATE OR REPLACE VIEW account AS
SELECT
  dt,
  report_date,
  account_id,
  account_name,
  state,
  joined_at,
  joined_method,
  ou_path,
  ou_ids,
  expected,
  not_expected_reason,
  tags,
  email,
  owner_tag,
  organization_id
FROM z_account_row
WHERE is_readable
