import { accountNameFits } from '../report/object-key';
import { reserveMs } from './contract';
import type { Waiting } from './fetch-report';
import { inTime } from './in-time';

/** How the account's name is read. */
export interface NameDependencies extends Pick<Waiting, 'remainingMs' | 'abortIn'> {
  /** The account's name in Organizations; a rejection costs the name, never the report. */
  readonly accountName: (abortSignal: AbortSignal) => Promise<string>;
}

/** The account's name where it can be read and fits into a key, else nothing and a warning that says why. */
export async function accountNameOrWarning(
  { accountName, remainingMs, abortIn }: NameDependencies,
  accountId: string,
): Promise<{ readonly name: string; readonly warnings: readonly string[] }> {
  try {
    const name = await inTime('Organizations', abortIn(remainingMs() - reserveMs.name), accountName);
    if (accountNameFits(accountId, name)) return { name, warnings: [] };
    return { name: '', warnings: ['the account name is too long for an object name and was left out'] };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { name: '', warnings: [`the account name could not be read: ${name}: ${message}`] };
  }
}
