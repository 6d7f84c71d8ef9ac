import type { ImportedFinding } from './import-account';

export const outcomeColumns = [
  'action',
  'result',
  'severity',
  'control',
  'account_id',
  'user_name',
  'credential',
];

/** One row for each finding: what was done about it, or would be, and why it was refused. */
export function outcomeRows(
  imported: readonly ImportedFinding[],
  isDryRun: boolean,
): readonly (readonly string[])[] {
  return imported.map(({ action, finding, refused }) => {
    const [, accountId = '', control = '', userName = '', credential = ''] = (finding.Id ?? '').split('/');
    const severity = finding.FindingProviderFields?.Severity?.Label ?? finding.Severity?.Label ?? '';
    const done = isDryRun ? 'planned' : 'done';
    const result = refused === undefined ? done : 'refused';
    return [action, result, severity.toLowerCase(), control, accountId, userName, credential];
  });
}
