import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import {
  startOrganization,
  type EmbeddedOrganization,
  type EmbeddedOrganizationProps,
  type OrganizationData,
} from '../../../local/organization';

export const management = '100000000001';
export const delegated = '100000000002';
export const member = '100000000007';
export const closing = '100000000008';
export const outsider = '200000000001';
export const nameRole = `arn:aws:iam::${management}:role/credential-report/account-name/reader`;
export const collectorRole = `arn:aws:iam::${member}:role/credential-report/collector/collector-1`;

/** An organization whose facts the tests know by heart. */
export const smallOrganization: OrganizationData = {
  id: 'o-anycompany1',
  managementAccountId: management,
  rootId: 'r-root',
  organizationalUnits: [
    { id: 'ou-root-prod0001', name: 'Prod', parentId: 'r-root', tags: { stage: 'prod' } },
    { id: 'ou-root-web00001', name: 'Web', parentId: 'ou-root-prod0001' },
  ],
  accounts: [
    {
      id: management,
      name: 'AnyCompany',
      email: 'aws@example.com',
      joinedAt: '2020-01-01T00:00:00Z',
      joinedMethod: 'INVITED',
      parentId: 'r-root',
      roles: [{ arn: nameRole, trusted: ['o-anycompany1'] }],
    },
    {
      id: delegated,
      name: 'Security',
      email: 'security@example.com',
      joinedAt: '2020-01-02T00:00:00Z',
      parentId: 'r-root',
      delegatedFor: ['member.org.stacksets.cloudformation.amazonaws.com'],
    },
    {
      id: member,
      name: 'Sandbox',
      renames: [{ at: '2026-11-10T00:00:00Z', to: 'R&D / "Prod" 100%' }],
      email: 'sandbox@example.com',
      joinedAt: '2021-05-01T10:00:00Z',
      parentId: 'ou-root-web00001',
      tags: { team: 'R&D', cost: '=1' },
      users: [{ name: 'alice', createdAt: '2022-01-01T00:00:00Z' }],
    },
    {
      id: closing,
      name: 'Legacy',
      email: 'legacy@example.com',
      joinedAt: '2021-06-01T00:00:00Z',
      closedAt: '2026-11-15T00:00:00Z',
      leftAt: '2026-12-15T00:00:00Z',
      parentId: 'ou-root-prod0001',
    },
  ],
  outsiders: [{ id: outsider, organizationId: 'o-elsewhere01' }],
};

/** A clock that stands still until it is moved. */
export function stoppedClock(start = '2026-11-22T06:00:00Z') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    advance: (seconds: number) => {
      time += seconds * 1000;
    },
    set: (moment: string) => {
      time = Date.parse(moment);
    },
  };
}

export const bucket = 'credential-reports-100000000001-us-east-1';

/** Ends what a test has started, one that failed in the middle too: a server left open keeps the run waiting for ever. */
const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of open.splice(0)) await close();
});

/** Starts the small organization with one bucket in a new temporary folder, until the tests of the file are over. */
export async function start(props: Partial<EmbeddedOrganizationProps> = {}) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'small-organization-'));
  const folder = path.join(temporary, 'bucket');
  mkdirSync(folder);
  const clock = stoppedClock();
  const remove = () => rmSync(temporary, { recursive: true });
  const started = startOrganization({
    organization: smallOrganization,
    buckets: [{ name: bucket, folder, ownerAccountId: management }],
    now: clock.now,
    ...props,
  });
  const organization = await started.catch((error: unknown) => {
    remove();
    throw error;
  });
  open.push(() => organization.close().then(remove));
  return {
    organization,
    folder,
    clock,
    clients: (id: string, role?: string) => clients(organization, id, role),
  };
}

/** Keeps the SDK from advising against streams, which are meant here. */
const ignore = () => undefined;
const silent = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

/** The real clients of an account, without retries so that the first error shows. */
export function clients(organization: EmbeddedOrganization, accountId: string, roleArn?: string) {
  return clientsWith(organization, organization.credentials(accountId, roleArn));
}

export function clientsWith(
  { endpoint }: EmbeddedOrganization,
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string },
) {
  const configuration = { endpoint, region: 'us-east-1', credentials, maxAttempts: 1 };
  return {
    iam: new IAMClient(configuration),
    sts: new STSClient(configuration),
    organizations: new OrganizationsClient(configuration),
    s3: new S3Client({ ...configuration, logger: silent }),
  };
}

/** What an SDK call failed with. */
export async function failure(
  call: Promise<unknown>,
): Promise<{ name: string; status: number | undefined; message: string }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const metadata = '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }) : {};
    return { name: error.name, status: metadata.httpStatusCode, message: error.message };
  }
  throw new Error('the call succeeded, an error was expected');
}
