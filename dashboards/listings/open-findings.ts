import { defineQuestion, integer, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** All open findings, the worst first: what a check fails by. */
export const openFindings = defineQuestion('all_open_findings', dashboardQuery('all_open_findings'), {
  severity: text('Severity'),
  control: text('Control'),
  account_id: text('Account id'),
  account_name: text('Account'),
  unit: text('Organizational unit'),
  user_name: text('User'),
  key_id: text('Key id'),
  owner: text('Owner'),
  evidence: text('Evidence'),
  since: text('Since'),
  status: text('Status'),
});

/** How many of each severity there are, open or covered by an exception. */
export const findingCounts = defineQuestion('finding_counts', dashboardQuery('finding_counts'), {
  severity: text('Severity'),
  open: integer('Open'),
  excepted: integer('Excepted'),
});
