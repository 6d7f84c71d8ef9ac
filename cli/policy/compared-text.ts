import type { CredentialUse, TrailSelection } from '../../local/trail';
import type { Terminal } from '../terminal';
import { diffText } from './diff-text';
import { readGrants } from './read-grants';

/** A use, and the folder whose facts it is compared with. */
export interface Comparison {
  readonly data: string;
  readonly selection: TrailSelection;
  readonly uses: readonly CredentialUse[];
  /** Actions that were used and are known. */
  readonly actions: readonly string[];
}

/** What the user is granted and never used, or why that is not known. */
export async function comparedText(
  { data, selection, uses, actions }: Comparison,
  terminal: Terminal,
): Promise<string> {
  const { accountId, principal } = selection;
  const [used] = uses.flatMap(({ user_name: name }) => name ?? []);
  const userName = 'user' in principal ? principal.user : used;
  if (userName === undefined) return unknown('no event says whose key it is');
  const grants = await readGrants(data, accountId, userName, terminal);
  return grants === undefined
    ? unknown(`no fact of ${accountId} is about the user ${userName}`)
    : diffText(grants, actions);
}

const unknown = (why: string) => `granted and never used: not known, ${why}\n`;
