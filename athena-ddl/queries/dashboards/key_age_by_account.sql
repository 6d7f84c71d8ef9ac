-- Active access keys of each account that has one, by their age in days; an age that the report does not tell is older than any.
SELECT
  c.account_id,
  span.age,
  span.youngest,
  count_if(span.youngest <= 90 AND coalesce(c.age_days, 100000) BETWEEN span.youngest AND span.oldest) AS in_time,
  count_if(span.youngest > 90 AND coalesce(c.age_days, 100000) BETWEEN span.youngest AND span.oldest) AS to_rotate
FROM latest_credential AS c
CROSS JOIN (
  VALUES
    ('0-30', 0, 30),
    ('31-90', 31, 90),
    ('91-180', 91, 180),
    ('181-365', 181, 365),
    ('over 365', 366, 99999),
    ('unknown', 100000, 100000)
) AS span (age, youngest, oldest)
WHERE c.kind = 'access_key' AND c.active
GROUP BY c.account_id, span.age, span.youngest
HAVING span.age <> 'unknown' OR count_if(c.age_days IS NULL) > 0
ORDER BY span.youngest, c.account_id
