-- When each account's root user last signed in or used an access key, and how it is protected; newest use first.
SELECT
  account_id,
  account_name,
  password_last_used_at,
  access_key_1_last_used_at,
  access_key_2_last_used_at,
  mfa_active,
  access_key_1_active OR access_key_2_active AS has_active_key,
  report_date
FROM latest_user_credential
WHERE is_root
ORDER BY last_used_at DESC NULLS LAST, account_id
