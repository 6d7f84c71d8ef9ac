import { csvLines, type CsvProblem } from '../csv-lists/csv-lines';
import { exceptionColumns } from './exception-columns';

/** A finding as far as an exception names it. */
export interface FindingKey {
  readonly accountId: string;
  readonly userName: string;
  readonly control: string;
}

/** The SELECT that gives the findings to hold exceptions against: account id, user name, control. */
export const findingKeysSql = 'SELECT DISTINCT account_id, user_name, control FROM z_latest_finding';

/** The exceptions that match none of these findings, by line: what they were for is gone, or was never spelled like this. */
export function unusedExceptions(csv: string, findings: readonly FindingKey[]): readonly CsvProblem[] {
  const lines = csvLines(csv, exceptionColumns);
  if ('problem' in lines) return [lines];
  const named = new Set(findings.flatMap(namesOf));
  return lines
    .filter(({ fields }) => !named.has(JSON.stringify(fields.slice(0, 3))))
    .map(({ line, fields }) => ({
      line,
      problem: `${fields.slice(0, 3).join(', ')} matches no finding in the data`,
    }));
}

/** Every way in which an exception can name the finding. */
function namesOf({ accountId, userName, control }: FindingKey): readonly string[] {
  return [accountId, '*'].flatMap((account) =>
    [userName, '*'].flatMap((user) => [control, '*'].map((name) => JSON.stringify([account, user, name]))),
  );
}
