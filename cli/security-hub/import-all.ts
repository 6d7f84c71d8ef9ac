import type { LocalAthena } from '../../local/athena';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { counted } from '../../lambda/shared/text/counted';
import { readFindings } from '../findings/read-findings';
import { printable } from '../output/printable';
import type { Terminal } from '../terminal';
import { hubAccounts, type HubOptions } from './hub-accounts';
import { importAccount, type ImportedFinding } from './import-account';
import { readJudged } from './judged';

/** Which findings go where. */
export interface ImportOptions extends HubOptions {
  readonly severities: readonly string[];
  /** Also what Security Hub finds itself. */
  readonly all?: boolean;
  readonly isDryRun: boolean;
}

/** What was imported and archived, and what was not. */
export interface ImportOutcome {
  readonly imported: readonly ImportedFinding[];
  readonly problems: readonly string[];
  /** One sentence. */
  readonly summary: string;
}

/**
 * Imports a folder's open findings, account after account; one that fails stops no other.
 * @throws CommandError without usable credentials, and where the only account fails
 */
export async function importAll(
  athena: LocalAthena,
  { severities, all = false, isDryRun, ...options }: ImportOptions,
  terminal: Terminal,
): Promise<ImportOutcome> {
  const { findings: open, controls } = await readFindings(athena);
  const judged = await readJudged(athena, { controls });
  const severe = open.filter(({ severity }) => severities.includes(severity));
  // The ids of Security Hub's controls are NULL where controls.csv asks for other days than they do.
  const findings = severe.filter(({ security_hub }) => all || security_hub === null);
  const request = { findings, controls, judged, now: terminal.now(), isDryRun };
  const imported: ImportedFinding[] = [];
  const failed: string[] = [];
  for await (const account of hubAccounts(options, judged.accountIds)) {
    try {
      imported.push(...(await importAccount(account, request)));
    } catch (error) {
      if (options.roleName === undefined) throw error;
      failed.push(printable(messageOf(error)));
    }
  }
  const refused = imported.filter((each) => each.refused !== undefined);
  const problems = refused.map(({ finding, refused: why }) => printable(`${finding.Id}: ${why}`));
  const count = (action: string) =>
    imported.filter((each) => each.action === action && each.refused === undefined).length;
  const verb = isDryRun ? 'to import' : 'imported';
  return {
    imported,
    problems: [...failed, ...problems],
    summary:
      `${counted(count('import'), 'finding')} ${verb}, ${count('archive')} ${isDryRun ? 'to archive' : 'archived'}, ` +
      `${severe.length - findings.length} left to Security Hub's own controls`,
  };
}
