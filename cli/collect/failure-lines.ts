import { printable } from '../output/printable';
import type { AccountOutcome } from './collect-accounts';

/** Accounts named in a line; the others are counted. */
const mostNamed = 10;

/** Failures, each said once with the accounts that it struck: one role that is nowhere is one line, not one per account. */
export function failureLines(outcomes: readonly AccountOutcome[], roleName: string): string[] {
  const struck = new Map<string, string[]>();
  for (const { account, result } of outcomes) {
    if (!(result instanceof Error)) continue;
    const { account_id: id, account_name: name } = account;
    const reason = `${result.name}: ${result.message}`.replaceAll(id, 'ACCOUNT');
    struck.set(reason, [...(struck.get(reason) ?? []), name === '' ? id : `${id} (${name})`]);
  }
  return [...struck].map(([reason, accounts]) => {
    const count = accounts.length === 1 ? '1 account' : `${accounts.length} accounts`;
    const more = accounts.length > mostNamed ? ` and ${accounts.length - mostNamed} more` : '';
    const named = `${accounts.slice(0, mostNamed).join(', ')}${more}`;
    return printable(`failed in ${count}: ${reason}${helpFor(reason, roleName)}: ${named}`);
  });
}

function helpFor(reason: string, roleName: string): string {
  if (!/sts:AssumeRole/.test(reason)) return '';
  return `; is there a role ${roleName} that trusts the caller? --role-name names another`;
}
