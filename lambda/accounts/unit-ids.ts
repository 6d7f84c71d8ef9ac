import { paginateListParents, type OrganizationsClient } from '@aws-sdk/client-organizations';

/**
 * How the units of accounts are found: by the paths that Organizations lists with an account, else by asking for parents up
 * to the root. An SDK or a partition from before `Account.Paths` leaves it out in silence.
 */
export class UnitIds {
  /** Of a unit or the root, its own last. */
  private readonly known = new Map<string, Promise<string[]>>();

  constructor(private readonly client: OrganizationsClient) {}

  /**
   * Ids of the root and the units down to an account.
   * @param path reads `o-…/r-…/ou-…/…/<account>/`
   * @returns undefined when Organizations does not know the account's parent, as of one that left meanwhile
   * @throws what Organizations answers else
   */
  async of(accountId: string, path: string | undefined): Promise<string[] | undefined> {
    const listed = (path ?? '').split('/').filter((segment) => /^(r|ou)-/.test(segment));
    if (listed.length > 0) return listed;
    const parent = await this.parentOf(accountId);
    return parent === undefined ? undefined : this.downTo(parent);
  }

  /** Every unit is asked for once: many accounts share it. */
  private downTo(id: string): Promise<string[]> {
    const known = this.known.get(id) ?? this.ask(id);
    this.known.set(id, known);
    return known;
  }

  private async ask(id: string): Promise<string[]> {
    if (id.startsWith('r-')) return [id];
    const parent = await this.parentOf(id);
    if (parent === undefined) throw new Error(`Organizations named no parent of the unit ${id}`);
    return [...(await this.downTo(parent)), id];
  }

  private async parentOf(childId: string): Promise<string | undefined> {
    try {
      for await (const { Parents } of paginateListParents({ client: this.client }, { ChildId: childId })) {
        if (Parents?.[0]?.Id !== undefined) return Parents[0].Id;
      }
    } catch (error) {
      if ((error as Error).name !== 'ChildNotFoundException') throw error;
    }
    return undefined;
  }
}
