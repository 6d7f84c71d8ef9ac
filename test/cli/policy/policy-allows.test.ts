import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trailFolder, writeTrail } from '../../../cli/demo/trail/write-trail';
import type { PolicyDocument } from '../../../cli/policy/policy-document';
import { account, fileKey, packed } from '../../local/trail/trail-files';
import { together, type GuardedResource } from '../../permissions/estate';
import { isAllowed } from '../../permissions/prove';
import { runCommand } from '../run-command';
import { writeBucket } from '../write-bucket';
import { demoAccount, demoUsers } from './demo-calls';
import { key, recordedEvents, userCalls, type Asked } from './recorded-calls';

const keyOfAccount: GuardedResource = {
  arn: key,
  accountId: account,
  policy: {
    name: 'key',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
  },
};
const estate = { ...together(), guarded: [keyOfAccount] };

let trail: string;
const demo = mkdtempSync(join(tmpdir(), 'policy-demo-'));
beforeAll(() => {
  trail = writeBucket({ [fileKey('2026-11-20')]: packed(...recordedEvents()) });
  writeTrail(demo);
});
afterAll(() => [trail, demo].forEach((folder) => rmSync(folder, { recursive: true })));

/** Whether the policy that is drafted of a user's calls allows each of what is asked. */
async function decided(of: string, userName: string, from: string, asked: readonly Asked[]) {
  const days = ['--from', '2026-10-24', '--to', '2026-11-22'];
  const { out } = await runCommand(['policy', '--account', of, '--user', userName, '--trail', from, ...days]);
  const { Version, Statement } = JSON.parse(out) as PolicyDocument;
  return Promise.all(
    asked.map(async ({ action, resource }) => {
      const principal = { accountId: of, arn: `arn:aws:iam::${of}:user/${userName}` };
      const ownPolicies = [{ Version, Statement: [...Statement] }];
      const request = { action, resource, principal, ownPolicies, context: {}, resourceAccountId: of };
      return { action, resource, allowed: await isAllowed(request, estate) };
    }),
  );
}

const all = (asked: readonly Asked[], allowed: boolean) => asked.map((one) => ({ ...one, allowed }));

test.each(userCalls)(
  'the policy of $userName allows each recorded call and none that was never made',
  async (one) => {
    const { userName, calls, neverMade } = one;
    const made = calls.flatMap(({ asked }) => asked);
    expect(await decided(account, userName, trail, [...made, ...neverMade])).toEqual([
      ...all(made, true),
      ...all(neverMade, false),
    ]);
  },
);

test.each(demoUsers)("so does that of the demo's user $userName", async ({ userName, made, neverMade }) => {
  expect(await decided(demoAccount, userName, join(demo, trailFolder), [...made, ...neverMade])).toEqual([
    ...all(made, true),
    ...all(neverMade, false),
  ]);
});
