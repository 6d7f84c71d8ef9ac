import { accountWords } from './account-words';
import { defineQuestion } from '../question';
import { latestDays, recentDays } from './recent-days';

export const usersByAccount = defineQuestion({
  id: 'users-by-account',
  title: 'Users of each account',
  question: 'Where do people still sign in with IAM users?',
  sql: `SELECT
  account_id,
  ${accountWords('max_by(account_name, dt)')} AS account,
  max_by(console_users, dt) AS console_users,
  max_by(users - console_users, dt) AS other_users
FROM daily_summary
WHERE ${recentDays(latestDays - 1)}
GROUP BY account_id
ORDER BY console_users DESC, other_users DESC, account_id`,
  columns: [
    { name: 'account_id', type: 'text', label: 'Account id' },
    { name: 'account', type: 'text', label: 'Account' },
    { name: 'console_users', type: 'integer', label: 'Console users' },
    { name: 'other_users', type: 'integer', label: 'Other users' },
  ],
  chart: {
    kind: 'bars',
    of: 'account',
    series: [
      { column: 'console_users', tone: 'accent' },
      { column: 'other_users', tone: 'info' },
    ],
    most: 10,
  },
});
