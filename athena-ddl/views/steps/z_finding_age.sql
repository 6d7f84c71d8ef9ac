-- Since when each user fails each control: the first of the account's reports of the last 42 days since which none judged the
-- user, under this name, otherwise. A day on which IAM did not tell what the control asks, or without the user, neither begins
-- nor ends it. Where none of these reports is known to be without it, it is there at least since then. An exception does not count.
-- Rows of what passed are left out: a control was passed on the days on which there was the user and nothing else.
CREATE OR REPLACE VIEW z_finding_age AS
WITH
held AS (
  SELECT
    account_id,
    user_name,
    user_created_at,
    control,
    credential,
    min(report_date) AS oldest_date,
    min(CASE WHEN evidence IS NOT NULL THEN report_date END) AS first_found,
    array_agg(report_date) AS held_on,
    array_agg(report_date) FILTER (WHERE evidence IS NOT NULL) AS found_on
  FROM z_day_finding
  WHERE
    -- Rows without control: one of each day on which there was the user.
    (control IS NOT NULL OR credential = 'user')
    AND dt >= date_format(current_date - interval '41' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
  GROUP BY account_id, user_name, user_created_at, control, credential
),
attended AS (
  SELECT
    *,
    min(oldest_date) OVER (PARTITION BY account_id) AS first_date,
    max(CASE WHEN control IS NULL THEN held_on END) OVER (PARTITION BY account_id, user_name, user_created_at) AS there_on
  FROM held
),
passed AS (
  SELECT
    *,
    CASE
      WHEN cardinality(held_on) < cardinality(there_on)
        THEN element_at(array_sort(filter(there_on, d -> NOT contains(held_on, d))), -1)
    END AS last_passed
  FROM attended
  WHERE control IS NOT NULL
),
dated AS (
  SELECT
    *,
    CASE
      WHEN last_passed IS NULL THEN first_found
      ELSE element_at(array_sort(filter(found_on, d -> d > last_passed)), 1)
    END AS first_seen
  FROM passed
)
SELECT
  account_id,
  user_name,
  user_created_at,
  control,
  credential,
  first_seen,
  last_passed IS NOT NULL OR coalesce(cast(user_created_at AS date) > first_date, false) AS is_first_seen_sure
FROM dated
WHERE first_seen IS NOT NULL
