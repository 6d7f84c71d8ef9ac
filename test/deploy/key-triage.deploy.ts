import { IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { collect } from '../../lambda/collector/collect';
import { openLocalAthena } from '../../local/athena';
import { storedObjects } from '../local/athena/stored-objects';
import { freePort } from './free-port';
import { motoAccount, startMoto, type Moto } from './start-moto';
import { type GivenKey, makeTriagedAccount, type TriagedAccount } from './triaged-account';

/** What to do about the keys of an account that moto plays: collected by the collector's code, on days to come. */

const dayMs = 86_400_000;
const region = 'us-east-1';

let moto: Moto;
let iam: IAMClient;
let keys: TriagedAccount;
let madeAt: number;

/** A call with a key, which moto notes as its last use. */
async function use(credentials: GivenKey): Promise<void> {
  const sts = new STSClient({ endpoint: moto.endpoint, region, credentials });
  await sts.send(new GetCallerIdentityCommand({}));
}

beforeAll(async () => {
  moto = await startMoto(await freePort());
  const credentials = { accessKeyId: 'AKIAEXAMPLE000000001', secretAccessKey: 'moto' };
  iam = new IAMClient({ endpoint: moto.endpoint, region, credentials, maxAttempts: 1 });
  keys = await makeTriagedAccount(iam);
  for (const key of [keys.leaked, keys.admin, keys.worker]) await use(key);
  madeAt = Date.now();
});
afterAll(() => moto.stop());

/** The rows of `latest_key_triage` so many days after the keys were made, in their order. */
async function triagedAfter(days: number): Promise<readonly unknown[]> {
  const now = new Date(madeAt + days * dayMs);
  const objects: Record<string, string | Buffer> = {
    [`accounts/${now.toISOString().slice(0, 10).replaceAll('-', '/')}/accounts.jsonl`]: `${JSON.stringify({
      account_id: motoAccount,
      account_name: 'Sandbox',
      ou_path: 'Root/Labs',
      expected: true,
      tags: { owner: 'platform' },
    })}\n`,
  };
  const put = (key: string, body: Uint8Array | string) => {
    objects[key] = Buffer.from(body);
    return Promise.resolve('stored' as const);
  };
  const { record } = await collect(
    {
      iam,
      facts: 'all',
      accountName: () => Promise.resolve('Sandbox'),
      store: { putNew: put, replace: put },
      now: () => now,
      sleep: () => Promise.resolve(),
      random: () => 0,
      abortIn: () => AbortSignal.timeout(60_000),
      remainingMs: () => 600_000,
      version: '9.9.9',
    },
    { accountId: motoAccount, scheduledAt: now },
  );
  // The one call that moto does not know.
  expect(record.facts?.not_read.join()).toMatch(/^ListServiceSpecificCredentials: \w+$/);
  const athena = await openLocalAthena({ dataFolder: storedObjects(objects), now: () => now });
  try {
    const answer = await athena.query(
      'SELECT user_name, key_id, owner, ou_path, advice, reason FROM latest_key_triage ORDER BY place',
    );
    return answer.rows;
  } finally {
    athena.close();
  }
}

const byAdmin = 'an administrator: policy AdministratorAccess of the group admins allows everything';
const leak = 'AWS says that it leaked, by the policy AWSCompromisedKeyQuarantineV3';

test('every active key has its id, its owner and a first step, worst first', async () => {
  expect(await triagedAfter(30)).toEqual(
    [
      [
        'leaked',
        keys.leaked,
        'platform',
        'quarantined: act now',
        `${leak}; last used 30 days ago, 30 days old`,
      ],
      [
        'admin',
        keys.admin,
        'anna@example.com',
        'replace by a role',
        `last used 30 days ago, 30 days old; ${byAdmin}`,
      ],
      ['unused', keys.unused, 'ben "the builder"', 'ask owner', 'never used since it was made 30 days ago'],
      ['worker', keys.worker, 'platform', 'replace by a role', 'last used 30 days ago, 30 days old'],
    ].map(rowOf),
  );
});

test('after 100 days without use only the key that was never used is to be deleted', async () => {
  const idle = 'last used 100 days ago, 100 days old';
  expect(await triagedAfter(100)).toEqual(
    [
      ['leaked', keys.leaked, 'platform', 'quarantined: act now', `${leak}; ${idle}`],
      ['admin', keys.admin, 'anna@example.com', 'deactivate and watch', `${idle}; ${byAdmin}`],
      ['unused', keys.unused, 'ben "the builder"', 'delete', 'never used since it was made 100 days ago'],
      ['worker', keys.worker, 'platform', 'deactivate and watch', idle],
    ].map(rowOf),
  );
});

function rowOf([user, key, owner, advice, reason]: readonly (string | GivenKey)[]): readonly unknown[] {
  return [user, (key as GivenKey).accessKeyId, owner, 'Root/Labs', advice, reason];
}
