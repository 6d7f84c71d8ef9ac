-- The exceptions by the controls that they stand for, the most specific first: more fields named, then the account
-- named, then the user, then the control. `better` holds those that come before, as account|user: an exception counts
-- where none of them matches.
CREATE OR REPLACE VIEW z_exception_by_control AS
WITH
expanded AS (
  SELECT
    c.control,
    e.account_id,
    e.user_name,
    e.reason,
    e.expires_on,
    CASE WHEN e.account_id = '*' THEN 0 ELSE 104 END
      + CASE WHEN e.user_name = '*' THEN 0 ELSE 102 END
      + CASE WHEN e.control = '*' THEN 0 ELSE 101 END AS precision
  FROM z_exception AS e
  JOIN z_control AS c ON e.control IN (c.control, '*')
),
ranked AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY control, account_id, user_name ORDER BY precision DESC, expires_on DESC, reason) AS place
  FROM expanded
)
SELECT
  control,
  account_id,
  user_name,
  reason,
  expires_on,
  coalesce(
    array_agg(account_id || '|' || user_name) OVER (
      PARTITION BY control
      ORDER BY precision DESC, account_id, user_name
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ),
    ARRAY['']
  ) AS better
FROM ranked
WHERE place = 1
