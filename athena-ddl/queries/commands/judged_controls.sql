-- What each account's newest report of 7 days judges of everybody: a finding that is not among the open ones is over. Of an account
-- that left, without control, all are. What IAM did not tell of a user, and accounts without a report, end no finding.
SELECT account_id, control
FROM (
  SELECT account_id, control
  FROM z_user_verdict
  WHERE scope = 'latest' AND control IS NOT NULL
  GROUP BY account_id, control
  HAVING count_if(is_unknown) = 0
  UNION ALL
  SELECT account_id, NULL
  FROM left_account
) AS judged
ORDER BY account_id, control
