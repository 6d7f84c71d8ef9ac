-- What controls.csv sets, one row per control: whole days from 1 to 3650 where the control asks for days, or `off`. A line
-- that says anything else sets nothing; of several the strictest counts.
CREATE OR REPLACE VIEW z_control_setting AS
SELECT
  control,
  min(days) AS days,
  bool_and(is_off) AS is_off,
  min_by(reason, lpad(cast(coalesce(days, 9999) AS varchar), 4, '0') || reason) AS reason
FROM (
  SELECT
    s.control,
    CASE WHEN z.default_days IS NOT NULL THEN try_cast(regexp_extract(s.days, '^[0-9]{1,4}$', 0) AS integer) END AS days,
    s.days = 'off' AS is_off,
    s.reason
  FROM control_setting AS s
  JOIN z_control AS z ON z.control = s.control
) AS line
WHERE is_off OR days BETWEEN 1 AND 3650
GROUP BY control
