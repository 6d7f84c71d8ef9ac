import { resultText, type ResultStyle } from '../output/result-text';
import type { Finding } from './finding';

/** Findings as rows. In a table the commands stand below it, each on one line to copy. */
export function findingsText(findings: readonly Finding[], style: ResultStyle): string {
  const rows = findings.map(({ check, state, detail, mend }) => [check, state, detail, mend ?? null]);
  if (style.format !== 'table') return resultText(['check', 'state', 'detail', 'mend'], rows, style);
  const table = resultText(
    ['check', 'state', 'detail'],
    rows.map((row) => row.slice(0, 3)),
    style,
  );
  const mends = findings.flatMap(({ check, mend }) => (mend === undefined ? [] : `  ${check}: ${mend}\n`));
  return mends.length === 0 ? table : `${table}To mend:\n${mends.join('')}`;
}
