import type { AccountLine, NotExpectedReason } from '../../lambda/accounts/account-line';
import { CommandError } from '../command-error';
import { namedUnits } from './named-units';

/** Which accounts of the organization to collect; what is left out chooses all. */
export interface AccountChoice {
  /** Ids. */
  readonly accounts?: readonly string[];
  /** Ids, names or paths of units; all that is below counts. Together with `accounts`: those and these. */
  readonly ou?: readonly string[];
  /** Ids, taken out of what is chosen. */
  readonly exclude?: readonly string[];
}

/** Accounts named in an error; the others are counted. */
const mostNamed = 20;

/** Whether anything is chosen at all. */
export function isChoice({ accounts, ou, exclude }: AccountChoice): boolean {
  return [accounts, ou, exclude].some((list) => list !== undefined);
}

/**
 * Why each account that is not to be collected is left out, by its id.
 * @throws CommandError for an account or a unit that the organization does not have, one that cannot be collected, and where
 *   nothing is left
 */
export function leftOut(
  lines: readonly AccountLine[],
  { accounts, ou, exclude = [] }: AccountChoice,
): ReadonlyMap<string, NotExpectedReason> {
  refuseUnknown('--accounts', accounts ?? [], lines);
  refuseUnknown('--exclude', exclude, lines);
  const inUnits = ou === undefined ? undefined : namedUnits(lines, ou);
  const all = accounts === undefined && inUnits === undefined;
  const reasonOf = ({ account_id: id, not_expected_reason }: AccountLine): NotExpectedReason | null => {
    if (not_expected_reason !== null) return not_expected_reason;
    if (exclude.includes(id)) return 'excluded';
    if (all || accounts?.includes(id) || inUnits?.has(id)) return null;
    return inUnits === undefined ? 'excluded' : 'outside_ous';
  };
  const reasons = lines.flatMap((line) => {
    const reason = reasonOf(line);
    return reason === null ? [] : [[line.account_id, reason] as const];
  });
  for (const { account_id, state } of lines) {
    if (state !== 'ACTIVE' && accounts?.includes(account_id))
      throw new CommandError(`--accounts: account ${account_id} is ${state}, so it cannot be collected`);
  }
  if (reasons.length === lines.length)
    throw new CommandError('no account is left to collect: --accounts, --ou and --exclude leave out all');
  return new Map(reasons);
}

function refuseUnknown(option: string, ids: readonly string[], lines: readonly AccountLine[]): void {
  const known = lines.map(({ account_id }) => account_id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  const named = known.slice(0, mostNamed).join(', ');
  const more = known.length > mostNamed ? ` and ${known.length - mostNamed} more, which --dry-run lists` : '';
  throw new CommandError(
    `${option}: the organization has no account ${unknown.join(', ')}; it has ${named}${more}`,
  );
}
