import type {
  AccountData,
  AccountState,
  OrganizationData,
  OrganizationalUnitData,
} from './organization-data';
import { reached, valueAt } from './timeline';

/** An account as it is at a moment. */
export interface AccountNow {
  readonly data: AccountData;
  readonly name: string;
  readonly state: AccountState;
  readonly parentId: string;
}

/** Looks accounts and units up by id, at a moment. */
export class Directory {
  readonly partition: string;
  private readonly accounts: ReadonlyMap<string, AccountData>;
  private readonly units: ReadonlyMap<string, OrganizationalUnitData>;
  private readonly outsiders: ReadonlyMap<string, string | undefined>;

  constructor(readonly organization: OrganizationData) {
    this.partition = organization.partition ?? 'aws';
    this.accounts = new Map(organization.accounts.map((account) => [account.id, account]));
    this.units = new Map(organization.organizationalUnits.map((unit) => [unit.id, unit]));
    this.outsiders = new Map((organization.outsiders ?? []).map((one) => [one.id, one.organizationId]));
  }

  /** True when the data names the account, as a member at any time or as an outsider. */
  knows(accountId: string): boolean {
    return this.accounts.has(accountId) || this.outsiders.has(accountId);
  }

  /** The member account at that moment; undefined when it is none, not yet or no longer. */
  account(accountId: string, now: Date): AccountNow | undefined {
    const data = this.accounts.get(accountId);
    if (data === undefined || !reached(data.joinedAt, now) || reached(data.leftAt, now)) return undefined;
    const state = valueAt<AccountState>('ACTIVE', data.states, now);
    return {
      data,
      name: valueAt(data.name, data.renames, now),
      state: reached(data.closedAt, now) ? 'CLOSED' : state,
      parentId: valueAt(data.parentId, data.moves, now),
    };
  }

  /** All member accounts at that moment, in the data's order. */
  members(now: Date): AccountNow[] {
    return this.organization.accounts.flatMap(({ id }) => this.account(id, now) ?? []);
  }

  /** The organization that an account belongs to at that moment. */
  organizationIdOf(accountId: string, now: Date): string | undefined {
    return this.account(accountId, now) === undefined ? this.outsiders.get(accountId) : this.organization.id;
  }

  unit(id: string): OrganizationalUnitData | undefined {
    return this.units.get(id);
  }

  unitsBelow(parentId: string): OrganizationalUnitData[] {
    return this.organization.organizationalUnits.filter((unit) => unit.parentId === parentId);
  }

  /** `o-…/r-…/ou-…/`: the ids from the organization down to a unit or the root. */
  path(id: string): string {
    const { organization } = this;
    if (id === organization.rootId) return `${organization.id}/${id}/`;
    const unit = this.units.get(id);
    if (unit === undefined) throw new Error(`the organization's data names no organizational unit ${id}`);
    return `${this.path(unit.parentId)}${id}/`;
  }

  /** ARN of something that Organizations keeps: `account`, `ou`, `root` or `organization` with its id. */
  arn(kind: 'account' | 'ou' | 'root' | 'organization', id: string): string {
    const { organization } = this;
    const resource = kind === 'organization' ? organization.id : `${organization.id}/${id}`;
    return `arn:${this.partition}:organizations::${organization.managementAccountId}:${kind}/${resource}`;
  }
}
