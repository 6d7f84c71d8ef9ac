import { accountNameFits } from '../report/object-key';
import { reserveMs } from './contract';
import type { Waiting } from './fetch-report';
import { inTime } from './in-time';

/** How the account's name is read. */
export interface NameDependencies extends Pick<Waiting, 'remainingMs' | 'abortIn'> {
  /** The account's name in Organizations; a rejection costs the name, never the report. */
  readonly accountName: (abortSignal: AbortSignal) => Promise<string>;
}

/**
 * The account's name where it can be read and fits into a key, else nothing.
 * @param warn hears why there is none
 */
export async function accountNameOrWarning(
  deps: NameDependencies,
  accountId: string,
  warn: (text: string) => void,
): Promise<string> {
  try {
    const name = await inTime(deps, reserveMs.name, 'Organizations', deps.accountName);
    if (accountNameFits(accountId, name)) return name;
    warn('the account name is too long for an object name and was left out');
  } catch (error) {
    warn(`the account name could not be read: ${String(error)}`);
  }
  return '';
}
