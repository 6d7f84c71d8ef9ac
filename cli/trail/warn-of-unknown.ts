import type { LocalAthena } from '../../local/athena';
import type { TrailSelection } from '../../local/trail';
import { openData } from '../open-data';
import type { Terminal } from '../terminal';
import { principalText } from './principal-options';

/** Says that the newest reports of the account do not name the user, or that nothing beside them names the key. */
export async function warnOfUnknown(
  data: string,
  selection: TrailSelection,
  terminal: Terminal,
): Promise<void> {
  const { accountId, principal } = selection;
  // No report names sessions.
  if ('root' in principal || ('key' in principal && principal.key.startsWith('ASIA'))) return;
  const athena = await openData({ data }, terminal);
  try {
    const known =
      'user' in principal
        ? await valuesOf(athena, 'SELECT account_id, user_name FROM latest_user_credential')
        : await valuesOf(athena, 'SELECT DISTINCT account_id, access_key_id FROM access_key');
    const asked = 'user' in principal ? principal.user : principal.key;
    const ofAccount = known.filter(([account]) => account === accountId);
    if (ofAccount.some(([, value]) => value === asked)) return;
    const why = ofAccount.length === 0 ? `nothing is known of account ${accountId}` : 'it may be deleted';
    terminal.err(`warning: ${data} does not know ${principalText(principal)}: ${why}\n`);
  } finally {
    athena.close();
  }
}

async function valuesOf(athena: LocalAthena, sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await athena.query(sql)).rows;
}
