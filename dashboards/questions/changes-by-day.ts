import { defineQuestion } from '../question';
import { recentDays } from './recent-days';

/** Days of changes that the dashboards show: those that the view `recent_credential_change` holds. */
export const changeDays = 30;

export const changesByDay = defineQuestion({
  id: 'changes-by-day',
  title: 'What changed',
  question: 'What happened to users and credentials lately?',
  sql: `SELECT
  report_date AS day,
  count_if(change IN ('user_created', 'password_enabled', 'access_key_created', 'access_key_activated')) AS added,
  count_if(change IN ('user_deleted', 'password_disabled', 'access_key_deactivated', 'access_key_deleted')) AS removed,
  count_if(change IN ('password_changed', 'access_key_rotated', 'mfa_enabled')) AS renewed,
  count_if(change IN ('mfa_disabled', 'root_used')) AS alarming
FROM recent_credential_change
WHERE ${recentDays(changeDays - 1)}
GROUP BY report_date
ORDER BY report_date`,
  columns: [
    { name: 'day', type: 'date', label: 'Day' },
    { name: 'added', type: 'integer', label: 'Added' },
    { name: 'removed', type: 'integer', label: 'Removed or switched off' },
    { name: 'renewed', type: 'integer', label: 'Renewed or protected by MFA' },
    { name: 'alarming', type: 'integer', label: 'MFA removed or root used' },
  ],
  chart: {
    kind: 'columns',
    over: 'day',
    order: 'day',
    series: [
      { column: 'removed', tone: 'good' },
      { column: 'renewed', tone: 'accent' },
      { column: 'added', tone: 'medium' },
      { column: 'alarming', tone: 'critical' },
    ],
  },
});
