import { startOrganization, type EmbeddedOrganization } from '../../local/organization';

export const management = '100000000001';

/** An organization of four accounts, of which the third's report is never ready; one at a time, the fourth waits behind it. */
export function startStuckOrganization(): Promise<EmbeddedOrganization> {
  return startOrganization({
    organization: {
      id: 'o-anycompany1',
      managementAccountId: management,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: [1, 2, 3, 4].map((last) => {
        const id = String(100000000000 + last);
        return {
          id,
          name: `Account ${last}`,
          email: `aws+${id}@example.com`,
          joinedAt: '2021-05-01T10:00:00Z',
          parentId: 'r-root',
          roles: [{ arn: `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`, trusted: [management] }],
        };
      }),
    },
    faults: [{ account: '100000000003', action: 'iam:GenerateCredentialReport', kind: 'in-progress' }],
    buckets: [],
    now: () => new Date(),
    reportDuration: 0,
  });
}
