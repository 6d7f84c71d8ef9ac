import { resultText, type ResultStyle } from '../output/result-text';
import type { CheckResult } from './check-result';

/** Checks as rows. In a table the commands stand below it, each on one line to copy. */
export function checksText(results: readonly CheckResult[], style: ResultStyle): string {
  const rows = results.map(({ check, state, detail, remediation }) => [
    check,
    state,
    detail,
    remediation ?? null,
  ]);
  if (style.format !== 'table') return resultText(['check', 'state', 'detail', 'remediation'], rows, style);
  const table = resultText(
    ['check', 'state', 'detail'],
    rows.map((row) => row.slice(0, 3)),
    style,
  );
  const remediations = results.flatMap(({ check, remediation }) =>
    remediation === undefined ? [] : `  ${check}: ${remediation}\n`,
  );
  return remediations.length === 0 ? table : `${table}Remediation:\n${remediations.join('')}`;
}
