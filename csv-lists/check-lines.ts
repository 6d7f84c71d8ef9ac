import { csvLines, type CsvLine, type CsvProblem } from './csv-lines';

/** Notes that a column's value is wrong, with what is allowed. */
export type Refuse = (wrong: boolean, column: string, allowed: string, value: string) => void;

/** How a list is checked. */
export interface ListRules {
  readonly columns: readonly string[];
  /** How many of the first columns name what a row is about; two rows may not name the same. */
  readonly keyColumns: number;
  /** The same in words, `account, user and control`. */
  readonly key: string;
  /** Checks the fields of one row, as many as there are columns. */
  readonly checkFields: (fields: readonly string[], refuse: Refuse) => void;
}

/** Everything that is wrong with the text of a list, by line; nothing when it can be deployed. */
export function checkLines(csv: string, rules: ListRules): readonly CsvProblem[] {
  const lines = csvLines(csv, rules.columns);
  if ('problem' in lines) return [lines];
  const firstLines = new Map<string, number>();
  return lines.flatMap((line) => [
    ...problemsOf(line, rules).map((problem) => ({ line: line.line, problem })),
    ...duplicateOf(line, firstLines, rules),
  ]);
}

function problemsOf({ fields }: CsvLine, { columns, checkFields }: ListRules): readonly string[] {
  if (fields.length !== columns.length) {
    return [`a row has ${columns.length} fields, received ${fields.length}`];
  }
  const problems: string[] = [];
  const refuse: Refuse = (wrong, column, allowed, value) => {
    if (wrong) problems.push(`${column} must be ${allowed}, received ${JSON.stringify(value)}`);
  };
  checkFields(fields, refuse);
  // Athena's OpenCSVSerDe reads neither: a backslash escapes what follows, a line break ends the row.
  for (const field of fields)
    refuse(/[\\\r\n]/.test(field), 'a field', 'without backslash and line break', field);
  return problems;
}

function duplicateOf(
  { line, fields }: CsvLine,
  firstLines: Map<string, number>,
  { keyColumns, key }: ListRules,
): readonly CsvProblem[] {
  const named = JSON.stringify(fields.slice(0, keyColumns));
  const first = firstLines.get(named);
  if (first !== undefined) return [{ line, problem: `the same ${key} as on line ${first}` }];
  firstLines.set(named, line);
  return [];
}
