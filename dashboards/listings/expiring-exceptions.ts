import { defineListing } from '../question';

/** Exceptions that end within so many days are shown, and those that have ended. */
export const expiringDays = 30;

export const expiringExceptions = defineListing({
  id: 'expiring-exceptions',
  sql: `SELECT
  account_id,
  user_name,
  control,
  reason,
  approved_by,
  try_cast(expires_on AS date) AS expires_on,
  cast(date_diff('day', current_date, try_cast(expires_on AS date)) AS bigint) AS days_left
FROM "exception"
WHERE try_cast(expires_on AS date) <= current_date + INTERVAL '${expiringDays}' DAY
ORDER BY expires_on, account_id, user_name, control`,
  columns: [
    { name: 'account_id', type: 'text', label: 'Account' },
    { name: 'user_name', type: 'text', label: 'User' },
    { name: 'control', type: 'text', label: 'Control' },
    { name: 'reason', type: 'text', label: 'Reason' },
    { name: 'approved_by', type: 'text', label: 'Approved by' },
    { name: 'expires_on', type: 'date', label: 'Ends on' },
    { name: 'days_left', type: 'integer', label: 'Days left' },
  ],
});
