-- Each user's row beside the same user's row in the account's report before, whatever the user was called there. A rename
-- keeps the time of creation: who goes and who comes next with the same are one user. Of several in one second those with
-- the same keys belong together (without keys, the same day of the password), then the one who is left on either side.
-- Who goes has a second row, the ghost: joined to who came it stands in the history of the new name, else it is a deletion.
-- Who comes while several are left is not joined to any of them: `went` and `came` count both sides.
CREATE OR REPLACE VIEW z_user_track AS
WITH
seen AS (
  SELECT
    *,
    -- Not seen under this name in the complete report before, or after; a name that returns may have been another's since.
    user_created_at IS NOT NULL AND NOT is_root
      AND (coalesce(date_diff('day', named_before, report_date) > 35, true) OR coalesce(named_before < report_before, false))
      AS is_come,
    NOT is_root
      AND (coalesce(date_diff('day', report_date, named_after) > 35, true) OR coalesce(report_after < named_after, false))
      AS is_gone
  FROM z_user_step
),
followed AS (
  SELECT
    *,
    max(CASE WHEN is_come THEN report_date END)
      OVER (PARTITION BY scope, account_id, user_created_at ORDER BY report_date GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS last_come,
    min(CASE WHEN is_come THEN report_date END)
      OVER (PARTITION BY scope, account_id, user_created_at ORDER BY report_date GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_come
  FROM seen
),
doubled AS (
  SELECT
    s.*,
    g.is_ghost,
    -- The day on which one goes and another comes. Whose name was away with nobody in place of it was only not read.
    CASE
      WHEN NOT g.is_ghost AND is_come AND (coalesce(date_diff('day', named_before, report_date) > 35, true) OR last_come > named_before)
        THEN report_date
      WHEN g.is_ghost AND date_diff('day', report_date, next_come) <= 35 AND coalesce(next_come < named_after, true)
        THEN next_come
    END AS turn,
    CASE
      WHEN coalesce(key_1, key_2) IS NOT NULL
        THEN cast(least(coalesce(key_1, key_2), coalesce(key_2, key_1)) AS varchar)
          || ' ' || cast(greatest(coalesce(key_1, key_2), coalesce(key_2, key_1)) AS varchar)
      ELSE coalesce(cast(password_last_changed_at AS varchar), '')
    END AS mark
  FROM followed AS s
  CROSS JOIN (VALUES (false), (true)) AS g (is_ghost)
  WHERE NOT g.is_ghost OR (is_gone AND coalesce(report_after, next_come) IS NOT NULL)
),
marked AS (
  SELECT
    *,
    CASE
      WHEN turn IS NOT NULL AND mark <> ''
        AND count(CASE WHEN is_ghost THEN 1 END) OVER same_mark = 1
        AND count(CASE WHEN NOT is_ghost THEN 1 END) OVER same_mark = 1 THEN mark
      ELSE ''
    END AS own_mark
  FROM doubled
  WINDOW same_mark AS (PARTITION BY scope, account_id, user_created_at, turn, mark)
),
joined AS (
  SELECT
    *,
    count(CASE WHEN is_ghost THEN turn END) OVER same_turn AS went,
    count(CASE WHEN NOT is_ghost THEN turn END) OVER same_turn AS came,
    -- Who comes may have been in a row that could not be read.
    max(CASE WHEN is_ghost THEN unreadable_rows END) OVER same_turn AS unreadable_before,
    max(CASE WHEN is_ghost THEN report_date END) OVER same_turn AS went_after,
    min(CASE WHEN is_ghost THEN user_name END) OVER same_turn AS first_went,
    max(CASE WHEN is_ghost THEN user_name END) OVER same_turn AS last_went,
    -- Of one who went and one who came: what the former had.
    bool_or(CASE WHEN is_ghost THEN has_password END) OVER same_turn AS went_with_password,
    max(CASE WHEN is_ghost THEN password_last_changed_at END) OVER same_turn AS went_with_password_changed_at,
    bool_or(CASE WHEN is_ghost THEN mfa_active END) OVER same_turn AS went_with_mfa,
    max(CASE WHEN is_ghost THEN key_1 END) OVER same_turn AS went_with_key_1,
    bool_or(CASE WHEN is_ghost THEN access_key_1_active END) OVER same_turn AS went_with_key_1_active,
    max(CASE WHEN is_ghost THEN key_2 END) OVER same_turn AS went_with_key_2,
    bool_or(CASE WHEN is_ghost THEN access_key_2_active END) OVER same_turn AS went_with_key_2_active,
    max(CASE WHEN is_ghost THEN last_used_at END) OVER same_turn AS went_with_use,
    row_number() OVER (PARTITION BY scope, account_id, user_created_at, turn, own_mark, is_ghost ORDER BY user_name, dt) AS place
  FROM marked
  WINDOW same_turn AS (PARTITION BY scope, account_id, user_created_at, turn, own_mark)
),
tracked AS (
  SELECT
    *,
    went = 1 AND came = 1 AND (own_mark <> '' OR unreadable_before = 0) AS is_joined
  FROM joined
)
SELECT
  scope,
  dt,
  report_date,
  account_id,
  account_name,
  user_name,
  arn,
  is_root,
  is_ghost,
  is_joined,
  user_created_at,
  report_before,
  report_after,
  CASE WHEN is_joined THEN went_after ELSE named_before END AS seen_before,
  named_after,
  turn,
  went,
  came,
  unreadable_before,
  went_after,
  place,
  first_went,
  last_went,
  CASE WHEN is_joined THEN first_went ELSE user_name END AS name_before,
  has_password,
  CASE WHEN is_joined THEN went_with_password ELSE had_password END AS had_password,
  password_last_changed_at,
  CASE WHEN is_joined THEN went_with_password_changed_at ELSE password_changed_before END AS password_changed_before,
  mfa_active,
  CASE WHEN is_joined THEN went_with_mfa ELSE mfa_before END AS mfa_before,
  unknown_time,
  key_1,
  CASE WHEN is_joined THEN went_with_key_1 ELSE key_1_before END AS key_1_before,
  access_key_1_active,
  CASE WHEN is_joined THEN went_with_key_1_active ELSE key_1_active_before END AS key_1_active_before,
  key_2,
  CASE WHEN is_joined THEN went_with_key_2 ELSE key_2_before END AS key_2_before,
  access_key_2_active,
  CASE WHEN is_joined THEN went_with_key_2_active ELSE key_2_active_before END AS key_2_active_before,
  last_used_at,
  CASE WHEN is_joined THEN went_with_use ELSE used_before END AS used_before
FROM tracked
