import type { RowOf } from '../../athena-ddl/question';
import { openFindings } from '../../dashboards/listings/open-findings';
import { resultText, type ResultStyle } from '../output/result-text';

type OpenFinding = RowOf<typeof openFindings>;

/** Findings as rows: a table on a screen has what a person looks for, all else has every column. */
export function listedText(findings: readonly OpenFinding[], style: ResultStyle): string {
  if (style.format === 'table' && style.screen !== undefined)
    return resultText(shown, findings.map(shownCells), style);
  return resultText(Object.keys(openFindings.columns), findings.map(Object.values), style);
}

const shown = ['severity', 'control', 'account', 'user', 'evidence', 'since'];

function shownCells({ severity, control, account_id: id, account_name: name, ...row }: OpenFinding) {
  const account = name.trim() === '' ? id : `${name} (${id})`;
  return [severity, control, account, row.user_name, row.evidence, row.since];
}
