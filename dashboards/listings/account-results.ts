import { defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** What each control found in each account. */
export const accountResults = defineQuestion('account_results', dashboardQuery('account_results'), {
  account_id: text('Account id'),
  account_name: text('Account'),
  unit: text('Organizational unit'),
  control: text('Control'),
  severity: text('Severity'),
  result: text('Result'),
  checked: nullable(integer('Checked')),
  failed: nullable(integer('Failed')),
  excepted: nullable(integer('By exception')),
  cis_v7: text('CIS 7.0'),
  cis_v6: text('CIS 6.0'),
  cis_v5: text('CIS 5.0'),
  cis_v3: text('CIS 3.0'),
  security_hub: text('Security Hub'),
});
