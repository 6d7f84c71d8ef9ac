import { defineQuestion, integer, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** The page shows so many of the worst open findings. */
export const mostFindings = 2000;

/** All open findings, the worst first: what the page names for those that it left out. */
export const openFindingsSql = dashboardQuery('all_open_findings');

export const openFindings = defineQuestion('all_open_findings', `${openFindingsSql}\nLIMIT ${mostFindings}`, {
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
