-- One row per change of what IAM reported of a user beside the reports since the day before on which it reported that, up to 35 days
-- back, in each `scope`; ask for one: 'all' is every day, 'recent' the last 30 and the 35 before them. What was not reported, or not
-- read, is on no side of a change. A user is known by the id that a rename keeps.
CREATE OR REPLACE VIEW z_fact_change AS
WITH
scoped AS (
  SELECT 'all' AS in_scope, f.*
  FROM z_user_fact AS f
  WHERE scope = 'all'
  UNION ALL
  SELECT 'recent' AS in_scope, f.*
  FROM z_user_fact AS f
  WHERE scope = 'all'
    AND dt >= date_format(current_date - interval '64' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
),
reported AS (
  SELECT
    f.in_scope AS scope,
    f.dt,
    f.report_date,
    f.account_id,
    f.user_name,
    f.user_id,
    f.arn,
    k.kind,
    CASE k.kind
      WHEN 'keys' THEN CASE WHEN f.is_key_read AND f.key_count <= 2 THEN concat_ws(' ', f.first_key_id, f.last_key_id) END
      -- A tag's key and value; quotes within them are escaped, so that these stand between two tags alone.
      WHEN 'tags' THEN coalesce(regexp_extract(f.tags, '^\{"(.*)"\}$', 1), CASE WHEN f.tags = '{}' THEN '' END)
      ELSE nullif(f.admin_right, 'unknown')
    END AS fact,
    CASE f.admin_right WHEN 'yes' THEN 3 WHEN 'conditional' THEN 2 WHEN 'bounded' THEN 1 ELSE 0 END AS admin_level,
    f.admin_evidence
  FROM scoped AS f
  CROSS JOIN (VALUES ('keys'), ('tags'), ('admin_right')) AS k (kind)
  WHERE f.is_reported
),
followed AS (
  SELECT
    *,
    lag(fact) OVER same_user AS fact_before,
    lag(admin_level) OVER same_user AS admin_level_before,
    lag(report_date) OVER same_user AS previous_report_date
  FROM reported
  WHERE fact IS NOT NULL
  WINDOW same_user AS (PARTITION BY scope, account_id, coalesce(user_id, user_name), kind ORDER BY report_date)
),
changed AS (
  SELECT
    f.*,
    c.change,
    -- What is reported now and was not before, or the other way round.
    array_join(
      filter(
        split(CASE WHEN c.is_now THEN fact ELSE fact_before END, CASE kind WHEN 'tags' THEN '","' ELSE ' ' END),
        t -> t <> '' AND NOT contains(split(CASE WHEN c.is_now THEN fact_before ELSE fact END, CASE kind WHEN 'tags' THEN '","' ELSE ' ' END), t)
      ),
      ', '
    ) AS difference
  FROM followed AS f
  JOIN (
    VALUES
      ('access_key_id_appeared', 'keys', true),
      ('access_key_id_gone', 'keys', false),
      ('tag_set', 'tags', true),
      ('tag_removed', 'tags', false),
      ('admin_right_gained', 'admin_right', true),
      ('admin_right_lost', 'admin_right', false)
  ) AS c (change, kind_of, is_now)
    ON c.kind_of = f.kind
  WHERE fact <> fact_before
    AND date_diff('day', previous_report_date, report_date) <= 35
)
SELECT
  c.scope,
  c.dt,
  c.report_date,
  c.previous_report_date,
  c.account_id,
  coalesce(a.account_name, '') AS account_name,
  c.user_name,
  c.arn,
  c.change,
  CASE c.change
    WHEN 'access_key_id_appeared' THEN 'access key ' || difference || ' appeared'
    WHEN 'access_key_id_gone' THEN 'access key ' || difference || ' went'
    WHEN 'tag_set' THEN 'tag set: ' || replace(difference, '":"', '=')
    WHEN 'tag_removed' THEN 'tag removed: ' || replace(difference, '":"', '=')
    WHEN 'admin_right_gained' THEN 'administrator right ' || fact || ', before ' || fact_before || coalesce(': ' || admin_evidence, '')
    ELSE 'administrator right ' || fact || ', before ' || fact_before
  END AS evidence
FROM changed AS c
LEFT JOIN latest_account AS a ON a.account_id = c.account_id
WHERE
  CASE c.change
    WHEN 'admin_right_gained' THEN admin_level > admin_level_before
    WHEN 'admin_right_lost' THEN admin_level < admin_level_before
    ELSE difference <> ''
  END
