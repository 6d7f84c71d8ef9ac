import { accountWords } from './account-words';
import { defineQuestion } from '../question';

export const findingsByAccount = defineQuestion({
  id: 'findings-by-account',
  title: 'Open findings of each account',
  question: 'Which accounts need somebody first?',
  sql: `SELECT
  account_id,
  ${accountWords('max(account_name)')} AS account,
  count_if(severity = 'critical') AS critical,
  count_if(severity = 'high') AS high,
  count_if(severity = 'medium') AS medium,
  count_if(severity = 'low') AS low
FROM latest_finding
WHERE status <> 'excepted' AND severity <> 'info'
GROUP BY account_id
ORDER BY critical DESC, high DESC, medium DESC, low DESC, account_id`,
  columns: [
    { name: 'account_id', type: 'text', label: 'Account id' },
    { name: 'account', type: 'text', label: 'Account' },
    { name: 'critical', type: 'integer', label: 'Critical' },
    { name: 'high', type: 'integer', label: 'High' },
    { name: 'medium', type: 'integer', label: 'Medium' },
    { name: 'low', type: 'integer', label: 'Low' },
  ],
  chart: {
    kind: 'bars',
    of: 'account',
    series: [
      { column: 'critical', tone: 'critical' },
      { column: 'high', tone: 'high' },
      { column: 'medium', tone: 'medium' },
      { column: 'low', tone: 'low' },
    ],
    most: 10,
  },
});
