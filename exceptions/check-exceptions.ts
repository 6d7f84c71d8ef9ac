import {
  exceptionColumns,
  exceptionLines,
  type ExceptionLine,
  type ExceptionProblem,
} from './exception-line';

/**
 * Everything that is wrong with the text of exceptions.csv, by line; nothing when it can be deployed.
 * `controls` are the names that the SQL knows (`controlNames`).
 */
export function checkExceptions(csv: string, controls: readonly string[]): readonly ExceptionProblem[] {
  const lines = exceptionLines(csv);
  if ('problem' in lines) return [lines];
  const firstLines = new Map<string, number>();
  return lines.flatMap((line) => [
    ...problemsOf(line, controls).map((problem) => ({ line: line.line, problem })),
    ...duplicateOf(line, firstLines),
  ]);
}

function problemsOf({ fields }: ExceptionLine, controls: readonly string[]): readonly string[] {
  if (fields.length !== exceptionColumns.length) {
    return [`a row has ${exceptionColumns.length} fields, received ${fields.length}`];
  }
  const [account = '', user = '', control = '', reason = '', approvedBy = '', expiresOn = ''] = fields;
  const problems: string[] = [];
  const refuse = (wrong: boolean, column: string, allowed: string, value: string): void => {
    if (wrong) problems.push(`${column} must be ${allowed}, received ${JSON.stringify(value)}`);
  };
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
  // Athena's OpenCSVSerDe reads neither: a backslash escapes what follows, a line break ends the row.
  for (const field of fields)
    refuse(/[\\\r\n]/.test(field), 'a field', 'without backslash and line break', field);
  return problems;
}

function duplicateOf(
  { line, fields }: ExceptionLine,
  firstLines: Map<string, number>,
): readonly ExceptionProblem[] {
  const key = JSON.stringify(fields.slice(0, 3));
  const first = firstLines.get(key);
  if (first !== undefined)
    return [{ line, problem: `the same account, user and control as on line ${first}` }];
  firstLines.set(key, line);
  return [];
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
