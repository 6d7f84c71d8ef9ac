import { defineListing } from '../question';
import { accountUnits, unitOf } from '../questions/account-units';

/** The page shows so many of the worst open findings. */
export const mostFindings = 2000;

/** All open findings, worst first: what the page names for those that it left out. */
export const openFindingsSql = `SELECT
  f.severity,
  f.control,
  f.account_id,
  f.account_name,
  ${unitOf('a')} AS unit,
  f.user_name,
  f.evidence,
  f.status
FROM latest_finding AS f
LEFT JOIN (${accountUnits}) AS a ON a.account_id = f.account_id
WHERE f.status <> 'excepted'
ORDER BY
  CASE f.severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END,
  f.control,
  f.account_id,
  f.user_name,
  f.evidence`;

export const openFindings = defineListing({
  id: 'open-findings',
  sql: `${openFindingsSql}
LIMIT ${mostFindings}`,
  columns: [
    { name: 'severity', type: 'text', label: 'Severity' },
    { name: 'control', type: 'text', label: 'Control' },
    { name: 'account_id', type: 'text', label: 'Account id' },
    { name: 'account_name', type: 'text', label: 'Account' },
    { name: 'unit', type: 'text', label: 'Organizational unit' },
    { name: 'user_name', type: 'text', label: 'User' },
    { name: 'evidence', type: 'text', label: 'Evidence' },
    { name: 'status', type: 'text', label: 'Status' },
  ],
});

/** How many of each severity there are, open or accepted. */
export const findingCounts = defineListing({
  id: 'finding-counts',
  sql: `SELECT
  severity,
  count_if(status <> 'excepted') AS open,
  count_if(status = 'excepted') AS excepted
FROM latest_finding
GROUP BY severity
ORDER BY severity`,
  columns: [
    { name: 'severity', type: 'text', label: 'Severity' },
    { name: 'open', type: 'integer', label: 'Open' },
    { name: 'excepted', type: 'integer', label: 'Accepted' },
  ],
});
