import type { AccountData, OrganizationData } from './organization-data';
import { parseRoleArn } from './principal';

/** Refuses an organization that contradicts itself, with all problems at once. */
export function checkData(data: OrganizationData): void {
  const { organizationalUnits: units, accounts } = data;
  const parents = new Set([data.rootId, ...units.map(({ id }) => id)]);
  const problems = [
    ...duplicates([...units, ...accounts, ...(data.outsiders ?? [])].map(({ id }) => id)),
    ...units.flatMap((unit) => unknownParent(unit.id, [unit.parentId], parents)),
    ...accounts.flatMap((account) => accountProblems(account, parents)),
  ];
  if (!accounts.some(({ id }) => id === data.managementAccountId))
    problems.push(`the management account ${data.managementAccountId} is not among the accounts`);
  if (problems.length > 0) throw new Error(`the organization's data is wrong: ${problems.join('; ')}`);
}

function accountProblems(account: AccountData, parents: ReadonlySet<string>): string[] {
  const { id, moves = [], roles = [], users = [] } = account;
  const moments = [
    ...[account.joinedAt, account.closedAt, account.leftAt],
    ...[...(account.renames ?? []), ...moves, ...(account.states ?? [])].map(({ at }) => at),
    ...users.flatMap(({ createdAt, deletedAt }) => [createdAt, deletedAt]),
  ];
  const badTimes = moments.filter((at) => at !== undefined && Number.isNaN(Date.parse(at)));
  return [
    ...(/^\d{12}$/.test(id) ? [] : [`the account id ${id} is not twelve digits`]),
    ...unknownParent(id, [account.parentId, ...moves.map(({ to }) => to)], parents),
    ...badTimes.map((at) => `account ${id} has a time that is no ISO 8601: ${String(at)}`),
    ...roles
      .filter(({ arn }) => parseRoleArn(arn)?.accountId !== id)
      .map(({ arn }) => `account ${id} declares a role that is none of its own: ${arn}`),
    ...users
      .filter(({ name }) => !/^[\w+=,.@-]{1,64}$/.test(name))
      .map(({ name }) => `account ${id} has a user name that IAM does not allow: ${name}`),
  ];
}

function unknownParent(id: string, parentIds: readonly string[], parents: ReadonlySet<string>): string[] {
  return parentIds
    .filter((parent) => !parents.has(parent))
    .map((parent) => `the parent ${parent} of ${id} is neither the root nor a unit`);
}

function duplicates(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.flatMap((id) => (seen.size === seen.add(id).size ? [`the id ${id} occurs twice`] : []));
}
