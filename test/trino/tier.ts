import { mkdirSync } from 'node:fs';
import { startOrganization, type EmbeddedOrganization } from '../../local/organization';
import { Catalog } from './catalog/catalog';
import { readHiveTables } from './catalog/hive-tables';
import { startMoto } from './servers/moto';
import { startTrino } from './servers/trino';
import { TrinoClient } from './sql/trino-client';
import { installToolchain } from './toolchain/toolchain';

const owner = '100000000001';

/** Everything that runs: Trino, the Glue catalog and S3. */
export interface Tier {
  readonly trino: TrinoClient;
  readonly catalog: Catalog;
  /** The database in which the statements of the views are run; the others get copies. */
  readonly viewsOf: string;
  /** Every request to S3 up to now. */
  readonly requests: EmbeddedOrganization['requests'];
}

/**
 * Starts the servers over these buckets, lets `use` work with them, and stops them whatever happens.
 * @param folder of the server's own files; a new one
 * @param viewsOf the database in which the statements of the views will be run
 */
export async function withTier<T>(
  folder: string,
  buckets: readonly { readonly name: string; readonly folder: string }[],
  viewsOf: string,
  use: (tier: Tier) => Promise<T>,
): Promise<T> {
  const stops: (() => Promise<void> | void)[] = [];
  try {
    const toolchain = await installToolchain();
    for (const made of [folder, ...buckets.map((bucket) => bucket.folder)])
      mkdirSync(made, { recursive: true });
    const organization = await startOrganization({
      organization: ownerAlone,
      buckets: buckets.map((bucket) => ({ ...bucket, ownerAccountId: owner })),
      now: () => new Date(),
    });
    stops.push(() => organization.close());
    // Hive's parser runs while the servers start.
    const tables = readHiveTables(toolchain);
    tables.catch(() => undefined);
    const glue = await startMoto(toolchain.motoServer);
    stops.push(() => glue.stop());
    const { AWS_ENDPOINT_URL: s3Endpoint = '', ...env } = organization.environment(owner);
    const trino = await startTrino({ toolchain, folder, glueEndpoint: glue.endpoint, s3Endpoint, env });
    stops.push(() => trino.stop());
    const catalog = new Catalog(glue.endpoint, await tables);
    stops.push(() => catalog.close());
    return await use({
      trino: new TrinoClient(trino.endpoint),
      catalog,
      viewsOf,
      requests: organization.requests,
    });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const ownerAlone = {
  id: 'o-anycompany1',
  managementAccountId: owner,
  rootId: 'r-root',
  organizationalUnits: [],
  accounts: [
    {
      id: owner,
      name: 'AnyCompany',
      email: 'aws@example.com',
      joinedAt: '2020-01-01T00:00:00Z',
      parentId: 'r-root',
    },
  ],
};
