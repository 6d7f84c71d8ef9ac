-- Every exception that counts, or did until it expired: the next to expire first.
SELECT
  e.control,
  e.account_id,
  coalesce(a.account_name, '') AS account_name,
  e.user_name,
  e.reason,
  e.approved_by,
  e.expires_on,
  CASE WHEN e.expires_on < current_date THEN 'expired' ELSE 'valid' END AS state
FROM z_exception AS e
LEFT JOIN latest_account AS a ON a.account_id = e.account_id
ORDER BY e.expires_on, e.account_id, e.user_name, e.control, e.reason, e.approved_by
