import type { Call } from '../call';
import type { JsonInput, JsonOutput } from '../protocols/json';
import { notImplemented, ServiceError } from '../service-error';
import { page } from './page';
import { paging, permit } from './permit';
import { accountShape, unitShape } from './shapes';

type Read = (call: Call<JsonInput>) => Promise<JsonOutput>;

function text(call: Call<JsonInput>, name: string, pattern: RegExp): string {
  const value = call.input[name];
  if (typeof value !== 'string' || !pattern.test(value))
    throw new ServiceError('InvalidInputException', 400, `You specified an invalid value: ${name}`, {
      Reason: 'INVALID_PATTERN',
    });
  return value;
}

const account = /^\d{12}$/;
const unit = /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/;
const parent = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;
const child = /^(\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;
const taggable = /^(o-[a-z0-9]{10,32}|r-[0-9a-z]{4,32}|\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;

const missing = (code: string, what: string) =>
  new ServiceError(code, 400, `You specified ${what} that doesn't exist.`);

/** What the management account and delegated administrators may read. */
export const reads: Readonly<Record<string, Read>> = {
  async ListRoots(call) {
    await permit(call, 'ListRoots', paging);
    const { directory } = call.world;
    const { rootId } = directory.organization;
    const roots = [{ Id: rootId, Arn: directory.arn('root', rootId), Name: 'Root', PolicyTypes: [] }];
    const { items, ...rest } = page(roots, call.input);
    return { Roots: items, ...rest };
  },

  async ListAccounts(call) {
    await permit(call, 'ListAccounts', paging);
    const { items, ...rest } = page(call.world.directory.members(call.now), call.input);
    return { Accounts: items.map((one) => accountShape(one, call.world.directory)), ...rest };
  },

  async DescribeAccount(call) {
    const id = text(call, 'AccountId', account);
    const { directory } = call.world;
    await permit(call, 'DescribeAccount', ['AccountId'], directory.arn('account', id));
    const found = directory.account(id, call.now);
    if (found === undefined) throw missing('AccountNotFoundException', 'an account');
    return { Account: accountShape(found, directory) };
  },

  async DescribeOrganizationalUnit(call) {
    const id = text(call, 'OrganizationalUnitId', unit);
    const { directory } = call.world;
    await permit(call, 'DescribeOrganizationalUnit', ['OrganizationalUnitId'], directory.arn('ou', id));
    const found = directory.unit(id);
    if (found === undefined) throw missing('OrganizationalUnitNotFoundException', 'an organizational unit');
    return { OrganizationalUnit: unitShape(found, directory) };
  },

  async ListOrganizationalUnitsForParent(call) {
    const id = text(call, 'ParentId', parent);
    const { directory } = call.world;
    const isRoot = id === directory.organization.rootId;
    const arn = directory.arn(isRoot ? 'root' : 'ou', id);
    await permit(call, 'ListOrganizationalUnitsForParent', ['ParentId', ...paging], arn);
    if (!isRoot && directory.unit(id) === undefined) throw missing('ParentNotFoundException', 'a root or OU');
    const { items, ...rest } = page(directory.unitsBelow(id), call.input);
    return { OrganizationalUnits: items.map((one) => unitShape(one, directory)), ...rest };
  },

  async ListParents(call) {
    const id = text(call, 'ChildId', child);
    const { directory } = call.world;
    const arn = directory.arn(account.test(id) ? 'account' : 'ou', id);
    await permit(call, 'ListParents', ['ChildId', ...paging], arn);
    const found = directory.unit(id) ?? directory.account(id, call.now);
    if (found === undefined) throw missing('ChildNotFoundException', 'an organizational unit or account');
    const { rootId } = directory.organization;
    const Type = found.parentId === rootId ? 'ROOT' : 'ORGANIZATIONAL_UNIT';
    const { items, ...rest } = page([{ Id: found.parentId, Type }], call.input);
    return { Parents: items, ...rest };
  },

  async ListTagsForResource(call) {
    const id = text(call, 'ResourceId', taggable);
    const { directory } = call.world;
    const kind = account.test(id) ? 'account' : id.startsWith('ou-') ? 'ou' : undefined;
    if (kind === undefined) throw notImplemented(`the tags of ${id} (only those of accounts and units)`);
    await permit(call, 'ListTagsForResource', ['ResourceId', 'NextToken'], directory.arn(kind, id));
    const tagged = kind === 'ou' ? directory.unit(id) : directory.account(id, call.now)?.data;
    if (tagged === undefined) throw missing('TargetNotFoundException', 'a root, OU, account, or policy');
    const tags = Object.entries(tagged.tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
    const { items, ...rest } = page(tags, call.input);
    return { Tags: items, ...rest };
  },
};
