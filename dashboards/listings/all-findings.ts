import { date, defineQuestion, nullable, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** Every finding, the worst first: what the page filters, sorts and pages. */
export const allFindings = defineQuestion('all_findings', dashboardQuery('all_findings'), {
  severity: text('Severity'),
  control: text('Control'),
  account_id: text('Account id'),
  account_name: text('Account'),
  unit: text('Organizational unit'),
  user_name: text('User'),
  credential: text('Credential'),
  key_id: text('Key id'),
  owner: text('Owner'),
  evidence: text('Evidence'),
  since: text('Since'),
  status: text('Status'),
  exception_reason: text('Reason of the exception'),
  exception_ends: nullable(date('Exception ends on')),
});
