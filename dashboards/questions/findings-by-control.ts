import { defineQuestion } from '../question';
import { accountUnits, unitOf } from './account-units';

export const findingsByControl = defineQuestion({
  id: 'findings-by-control',
  title: 'Open findings by control and organizational unit',
  question: 'Which rule is broken where?',
  sql: `SELECT
  f.control,
  f.severity,
  ${unitOf('a')} AS unit,
  count(*) AS findings
FROM latest_finding AS f
LEFT JOIN (${accountUnits}) AS a ON a.account_id = f.account_id
WHERE f.status <> 'excepted'
GROUP BY f.control, f.severity, ${unitOf('a')}
ORDER BY
  CASE f.severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END,
  f.control,
  unit`,
  columns: [
    { name: 'control', type: 'text', label: 'Control' },
    { name: 'severity', type: 'text', label: 'Severity' },
    { name: 'unit', type: 'text', label: 'Organizational unit' },
    { name: 'findings', type: 'integer', label: 'Open findings' },
  ],
  chart: { kind: 'matrix', rows: 'control', columns: 'unit', value: 'findings' },
});
