import { checkLines, type Refuse } from '../csv-lists/check-lines';
import type { CsvProblem } from '../csv-lists/csv-lines';
import { exceptionColumns } from './exception-columns';

/**
 * Everything that is wrong with the text of exceptions.csv, by line; nothing when it can be deployed.
 * `controls` are the names that the SQL knows (`controlNames`).
 */
export function checkExceptions(csv: string, controls: readonly string[]): readonly CsvProblem[] {
  return checkLines(csv, {
    columns: exceptionColumns,
    keyColumns: 3,
    key: 'account, user and control',
    checkFields: (fields, refuse) => checkFields(fields, controls, refuse),
  });
}

function checkFields(fields: readonly string[], controls: readonly string[], refuse: Refuse): void {
  const [account = '', user = '', control = '', reason = '', approvedBy = '', expiresOn = ''] = fields;
  refuse(!/^(\d{12}|\*)$/.test(account), 'account_id', '12 digits or *', account);
  refuse(
    !/^([\w+=,.@-]{1,64}|<root_account>|\*)$/.test(user),
    'user_name',
    'an IAM user, <root_account> or *',
    user,
  );
  refuse(![...controls, '*'].includes(control), 'control', `one of ${controls.join(', ')} or *`, control);
  refuse(reason.trim() === '', 'reason', 'text', reason);
  refuse(approvedBy.trim() === '', 'approved_by', 'text', approvedBy);
  refuse(!isDay(expiresOn), 'expires_on', 'a day as YYYY-MM-DD', expiresOn);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
