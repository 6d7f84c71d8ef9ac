import { foreign, foreignSentence, type Line } from '../shared/messages/document';
import { textOf, type TextRow } from '../shared/athena/text-row';

/** `1 account`, `1,204 accounts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** Which account a row is about; a name that could not be read, or cannot be seen, leaves the id alone. */
export function accountOf(row: TextRow): Line {
  const name = textOf(row, 'account_name');
  const id = textOf(row, 'account_id');
  return name.trim() === '' ? [`account ${id}`] : [foreign(name), ` (${id})`];
}

/** Which user of which account a row is about. */
export function userOf(row: TextRow): Line {
  return [foreign(textOf(row, 'user_name')), ' in ', ...accountOf(row)];
}

/** An open finding: the control, whose it is, and what shows it. */
export function findingLine(row: TextRow): Line {
  return [`${textOf(row, 'control')}: `, ...userOf(row), ', ', foreignSentence(textOf(row, 'evidence'))];
}

/** The saved query that shows what a message had no room for. */
export function savedQuery(name: string): string {
  return `all of them with the saved query ${name}`;
}
