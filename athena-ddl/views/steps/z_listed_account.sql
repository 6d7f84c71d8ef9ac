-- The lines of the list of accounts by the day that they count for: its own and, where later days have none, the 7 days
-- after. So each line is there eight times, for the day `listed_for`, `later` days after its own. Each branch shifts the
-- day by a constant, so that a filter on either day, or on `later`, tells every branch which days to read. Athena lists a
-- day's folder whether it is empty or not.
CREATE OR REPLACE VIEW z_listed_account AS
SELECT dt AS listed_for, report_date AS listed_date, 0 AS later, a.*
FROM z_account_row AS a
UNION ALL
SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '1' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '1' day AS date), 1, a.*
FROM z_account_row AS a
UNION ALL
SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '2' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '2' day AS date), 2, a.*
FROM z_account_row AS a
UNION ALL
SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '3' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '3' day AS date), 3, a.*
FROM z_account_row AS a
UNION ALL
SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '4' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '4' day AS date), 4, a.*
FROM z_account_row AS a
UNION ALL
SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '5' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '5' day AS date), 5, a.*
FROM z_account_row AS a
UNION ALL
SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '6' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '6' day AS date), 6, a.*
FROM z_account_row AS a
UNION ALL
SELECT date_format(cast(try_cast(replace(dt, '/', '-') AS date) + interval '7' day AS date), '%Y/%m/%d'), cast(try_cast(replace(dt, '/', '-') AS date) + interval '7' day AS date), 7, a.*
FROM z_account_row AS a
