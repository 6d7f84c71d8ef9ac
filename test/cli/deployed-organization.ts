import { openLocalAthena } from '../../local/athena';
import {
  startOrganization,
  type AuthorizationRequest,
  type EmbeddedOrganization,
} from '../../local/organization';
import { athenaService } from '../../local/organization/athena/service';

/** The account that deploys. */
export const management = '100000000001';

type Service = NonNullable<Parameters<typeof startOrganization>[0]['services']>[number];

/** An organization with something deployed in it. */
export interface Deployed {
  /** Accounts of it, the management account among them. */
  readonly ids: readonly string[];
  readonly services: readonly Service[];
  /** Whose credentials the environment has. @default the management account's */
  readonly caller?: string;
  /** @default everybody may do everything */
  readonly isAllowed?: (request: AuthorizationRequest) => boolean;
}

let server: EmbeddedOrganization | undefined;

/** Starts the organization that commands of this file ask; it ends with the test, or before the next starts. */
export async function startDeployed(deployed: Deployed): Promise<EmbeddedOrganization> {
  await server?.close();
  const { ids, services, caller = management, isAllowed } = deployed;
  server = await startOrganization({
    organization: {
      id: 'o-exampleorg1',
      managementAccountId: management,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: ids.map((id) => ({
        id,
        name: 'A',
        email: `${id}@example.com`,
        joinedAt: '2021-05-01T10:00:00Z',
        parentId: 'r-root',
      })),
    },
    buckets: [],
    now: () => new Date(),
    ...(isAllowed === undefined
      ? {}
      : { authorize: (request: AuthorizationRequest) => ({ allowed: isAllowed(request) }) }),
    services: [...services],
  });
  Object.assign(process.env, server.environment(caller));
  return server;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A workgroup that answers from a folder laid out as the bucket. */
export function workGroupOver(folder: string, now: () => Date): Service {
  return athenaService({
    execute: () => Promise.resolve(),
    results: async ({ sql }) => {
      const local = await openLocalAthena({ dataFolder: folder, now });
      const { columns, rows } = await local.query(sql);
      local.close();
      return { columns: columns.map(({ name }) => name), rows: rows.map((row) => row.map(String)) };
    },
    durations: { queued: 0, running: 0 },
  });
}
