import { TrailError } from './errors';
import type { TrailPlace } from './trail-place';

/** Folders above `AWSLogs` that are looked into: a prefix has few parts. */
const mostFolders = 500;

const accountId = /^\d{12}$/;
const organizationId = /^o-[a-z0-9]{10,32}$/;

/**
 * Folders that hold an account's events, in the layouts of a trail: `<prefix>/AWSLogs/<account>/`, of an organization
 * `<prefix>/AWSLogs/<organization>/<account>/`, and Control Tower's, which puts the organization's id in front once more.
 * The place may be any folder from the bucket down to the account's own. An account that came from another organization
 * can have two.
 * @throws TrailError where there is none
 */
export async function accountFolders(place: TrailPlace, account: string): Promise<readonly string[]> {
  const last = place.name.replace(/\/+$/, '').split('/').at(-1) ?? '';
  // Nothing above the account is looked at, which who may read one account alone may not.
  const direct = last === account ? '' : organizationId.test(last) ? `${account}/` : undefined;
  if (direct !== undefined && (await place.folders(`${direct}CloudTrail/`)).length > 0) return [direct];

  const found: string[] = [];
  const others = new Set<string>();
  const waiting = [''];
  for (let looked = 0; looked < mostFolders; looked++) {
    const path = waiting.shift();
    if (path === undefined) break;
    const names = await place.folders(path);
    for (const name of names.filter((one) => accountId.test(one))) {
      const folder = `${path}${name}/`;
      if (name !== account) others.add(name);
      else if ((await place.folders(folder)).includes('CloudTrail')) found.push(folder);
    }
    waiting.push(...names.filter((name) => mayHoldAccounts(path, name)).map((name) => `${path}${name}/`));
  }
  if (found.length > 0) return found;
  throw new TrailError(`${place.name} has no events of account ${account}: ${insteadOf([...others].sort())}`);
}

function mayHoldAccounts(path: string, name: string): boolean {
  if (path.endsWith('AWSLogs/')) return organizationId.test(name);
  return !accountId.test(name) && !name.startsWith('.') && !name.startsWith('CloudTrail');
}

/** Accounts that a message names. */
const mostNamed = 5;

function insteadOf(accounts: readonly string[]): string {
  if (accounts.length === 0)
    return 'it must hold AWSLogs/<account>/CloudTrail/, or lie below a folder that does';
  const more = accounts.length > mostNamed ? ` and ${accounts.length - mostNamed} more` : '';
  return `it has those of ${accounts.slice(0, mostNamed).join(', ')}${more}`;
}
