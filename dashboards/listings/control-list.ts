import { defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { dashboardQuery } from '../../athena-ddl/sql-files';

/** Every control that is on, with its words for people. */
export const controlList = defineQuestion('control_list', dashboardQuery('control_list'), {
  severity: text('Severity'),
  control: text('Control'),
  asks: text('Asks'),
  why: text('Why'),
  first_step: text('What to do first'),
  if_it_breaks: text('When that breaks something'),
  link: text('Page of AWS'),
  threshold_days: nullable(integer('Days')),
  setting_reason: text('Reason of the setting'),
  cis_v7: text('CIS 7.0'),
  cis_v6: text('CIS 6.0'),
  cis_v5: text('CIS 5.0'),
  cis_v3: text('CIS 3.0'),
  security_hub: text('Security Hub'),
});
