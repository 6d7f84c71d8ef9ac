import { defineQuestion } from '../question';
import { latestDays, recentDays } from './recent-days';

/** Stands for an age that the report does not tell: older than any. */
const unknown = 100_000;

export const keyAge = defineQuestion({
  id: 'key-age',
  title: 'Age of active access keys in days',
  question: 'How old are the keys that still open doors?',
  sql: `SELECT
  span.age,
  span.youngest,
  count_if(span.youngest <= 90 AND coalesce(c.age_days, ${unknown}) BETWEEN span.youngest AND span.oldest) AS in_time,
  count_if(span.youngest > 90 AND coalesce(c.age_days, ${unknown}) BETWEEN span.youngest AND span.oldest) AS to_rotate
FROM credential AS c
JOIN (SELECT DISTINCT account_id, dt FROM latest_user_credential) AS latest
  ON latest.account_id = c.account_id AND latest.dt = c.dt
CROSS JOIN (
  VALUES
    ('0-30', 0, 30),
    ('31-90', 31, 90),
    ('91-180', 91, 180),
    ('181-365', 181, 365),
    ('over 365', 366, ${unknown - 1}),
    ('unknown', ${unknown}, ${unknown})
) AS span (age, youngest, oldest)
WHERE c.kind = 'access_key' AND c.active AND c.${recentDays(latestDays - 1)}
GROUP BY span.age, span.youngest
HAVING span.age <> 'unknown' OR count_if(c.age_days IS NULL) > 0
ORDER BY span.youngest`,
  columns: [
    { name: 'age', type: 'text', label: 'Age in days' },
    { name: 'youngest', type: 'integer', label: 'From' },
    { name: 'in_time', type: 'integer', label: 'Up to 90 days' },
    { name: 'to_rotate', type: 'integer', label: 'Over 90 days' },
  ],
  chart: {
    kind: 'columns',
    over: 'age',
    order: 'youngest',
    series: [
      { column: 'in_time', tone: 'good' },
      { column: 'to_rotate', tone: 'high' },
    ],
  },
});
