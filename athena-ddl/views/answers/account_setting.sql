-- One row per account and day with what IAM reported of the account itself, and how much of all that could be read: its password
-- policy, its summary as a JSON object as text, and the calls that failed. NULL is what was not reported.
CREATE OR REPLACE VIEW account_setting AS
SELECT
  dt,
  report_date,
  account_id,
  bool_or(CASE WHEN fact = 'password_policy' THEN json_extract_scalar(line, '$.is_set') = 'true' END) AS has_password_policy,
  max(CASE WHEN fact = 'password_policy' THEN try_cast(regexp_extract(json_extract_scalar(line, '$.policy.MinimumPasswordLength'), '^[0-9]{1,4}$', 0) AS integer) END) AS minimum_length,
  max(CASE WHEN fact = 'password_policy' THEN try_cast(regexp_extract(json_extract_scalar(line, '$.policy.PasswordReusePrevention'), '^[0-9]{1,4}$', 0) AS integer) END) AS reuse_prevention,
  max(CASE WHEN fact = 'password_policy' THEN try_cast(regexp_extract(json_extract_scalar(line, '$.policy.MaxPasswordAge'), '^[0-9]{1,4}$', 0) AS integer) END) AS max_age_days,
  bool_or(CASE WHEN fact = 'password_policy' THEN json_extract_scalar(line, '$.policy.HardExpiry') = 'true' END) AS hard_expiry,
  bool_or(CASE WHEN fact = 'password_policy' THEN json_extract_scalar(line, '$.policy.RequireSymbols') = 'true' END) AS require_symbols,
  bool_or(CASE WHEN fact = 'password_policy' THEN json_extract_scalar(line, '$.policy.RequireNumbers') = 'true' END) AS require_numbers,
  bool_or(CASE WHEN fact = 'password_policy' THEN json_extract_scalar(line, '$.policy.RequireUppercaseCharacters') = 'true' END) AS require_uppercase,
  bool_or(CASE WHEN fact = 'password_policy' THEN json_extract_scalar(line, '$.policy.RequireLowercaseCharacters') = 'true' END) AS require_lowercase,
  bool_or(CASE WHEN fact = 'password_policy' THEN json_extract_scalar(line, '$.policy.AllowUsersToChangePassword') = 'true' END) AS allow_users_to_change,
  max(CASE WHEN fact = 'account_summary' THEN nullif(json_format(json_extract(line, '$.summary')), 'null') END) AS summary,
  count(CASE WHEN is_readable THEN 1 END) AS facts_read,
  count(CASE WHEN NOT is_readable THEN 1 END) AS unreadable_lines,
  array_join(
    array_sort(
      array_agg(DISTINCT call || ': ' || coalesce(json_extract_scalar(line, '$.error_name'), 'unknown'))
        FILTER (WHERE is_readable AND fact = 'not_read')
    ),
    ', '
  ) AS not_read
FROM z_user_fact_row
WHERE account_id IS NOT NULL
GROUP BY dt, report_date, account_id
