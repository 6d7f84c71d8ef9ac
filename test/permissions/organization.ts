import type { OrganizationData } from '../../local/organization';

export const organizationId = 'o-anycompany1';
export const rootId = 'r-any1';
export const management = '100000000001';
export const security = '100000000002';
export const archive = '100000000003';
export const sandbox = '100000000007';
export const awkward = '100000000008';
export const outsider = '200000000001';

/** The organization in which the templates are deployed. */
export const organization: OrganizationData = {
  id: organizationId,
  managementAccountId: management,
  rootId,
  // Without them the functions make every call that they can make.
  paths: false,
  organizationalUnits: [{ id: 'ou-any1-prod0001', name: 'Prod', parentId: rootId }],
  accounts: [
    [management, 'AnyCompany'],
    [security, 'Security'],
    [archive, 'Log archive'],
    [sandbox, 'Sandbox'],
    [awkward, '="R&D" / 100%'],
  ].map(([id = '', name = '']) => ({
    id,
    name,
    email: `${id}@example.com`,
    joinedAt: '2020-01-01T00:00:00Z',
    parentId: id === sandbox ? 'ou-any1-prod0001' : rootId,
    tags: { team: name },
    users: [
      {
        name: 'anna',
        createdAt: '2021-01-01T00:00:00Z',
        accessKeys: { 1: [{ at: '2021-01-01T00:00:00Z', event: 'created' as const }] },
      },
    ],
    ...(id === security ? { delegatedFor: ['member.org.stacksets.cloudformation.amazonaws.com'] } : {}),
  })),
  outsiders: [{ id: outsider, organizationId: 'o-elsewhere01' }],
};
