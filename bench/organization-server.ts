import { startOrganization, type OrganizationData } from '../local/organization';
import { sampleAccountId } from './sample-data';

/**
 * Serves an organization in a process of its own: `organization-server.ts ACCOUNTS USERS FOLDER`. Sends the
 * environment of a caller in the management account, and ends with its parent.
 */
async function main([accounts = '', users = '', folder = '']: string[]) {
  const management = sampleAccountId(0);
  const organization: OrganizationData = {
    id: 'o-anycompany1',
    managementAccountId: management,
    rootId: 'r-any1',
    organizationalUnits: [],
    accounts: Array.from({ length: Number(accounts) }, (_, index) => {
      const id = sampleAccountId(index);
      return {
        id,
        name: `Sandbox ${index}`,
        email: `${id}@example.com`,
        joinedAt: '2020-01-01T00:00:00Z',
        parentId: 'r-any1',
        roles: [{ arn: roleArn(id), trusted: [management] }],
        users: Array.from({ length: Number(users) }, (_, user) => ({
          name: `user-${user}`,
          createdAt: '2021-06-01T00:00:00Z',
          password: [{ at: '2021-06-01T00:00:00Z', event: 'enabled' as const }],
          accessKeys: { 1: [{ at: '2022-01-01T00:00:00Z', event: 'created' as const }] },
        })),
      };
    }),
  };
  const aws = await startOrganization({
    organization,
    buckets: [{ name: 'reports', folder, ownerAccountId: management }],
    now: () => new Date(),
    reportDuration: 0, // what is measured is the collecting, not the waiting
  });
  process.on('disconnect', () => process.exit());
  process.send?.(aws.environment(management));
}

function roleArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/OrganizationAccountAccessRole`;
}

void main(process.argv.slice(2));
