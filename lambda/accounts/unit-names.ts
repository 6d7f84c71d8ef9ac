import {
  DescribeOrganizationalUnitCommand,
  paginateListRoots,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';

/** Names of the root and of organizational units by their ids. */
export async function unitNames(
  client: OrganizationsClient,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { Roots } of paginateListRoots({ client }, {})) {
    for (const { Id, Name } of Roots ?? []) if (Id !== undefined) names.set(Id, Name ?? Id);
  }
  for (const id of ids) {
    if (names.has(id)) continue;
    const answer = await client.send(new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: id }));
    names.set(id, answer.OrganizationalUnit?.Name ?? id);
  }
  return names;
}
