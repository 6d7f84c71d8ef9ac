import { rmSync } from 'node:fs';
import type { PolicyDocument } from '../../../cli/policy/policy-document';
import { account, fileKey, packed } from '../../local/trail/trail-files';
import { together, type GuardedResource } from '../../permissions/estate';
import { isAllowed } from '../../permissions/prove';
import { runCommand } from '../run-command';
import { writeBucket } from '../write-bucket';
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
beforeAll(() => {
  trail = writeBucket({ [fileKey('2026-11-20')]: packed(...recordedEvents()) });
});
afterAll(() => rmSync(trail, { recursive: true }));

async function policyOf(userName: string): Promise<PolicyDocument> {
  const days = ['--from', '2026-11-20', '--to', '2026-11-20'];
  const { out } = await runCommand([
    'policy',
    '--account',
    account,
    '--user',
    userName,
    '--trail',
    trail,
    ...days,
  ]);
  return JSON.parse(out) as PolicyDocument;
}

const decided = (userName: string, { Version, Statement }: PolicyDocument, asked: readonly Asked[]) =>
  Promise.all(
    asked.map(async ({ action, resource }) => {
      const principal = { accountId: account, arn: `arn:aws:iam::${account}:user/${userName}` };
      const ownPolicies = [{ Version, Statement: [...Statement] }];
      const request = { action, resource, principal, ownPolicies, context: {}, resourceAccountId: account };
      return { action, resource, allowed: await isAllowed(request, estate) };
    }),
  );

test.each(userCalls)(
  'the policy of $userName allows each recorded call and none that was never made',
  async (one) => {
    const policy = await policyOf(one.userName);
    const made = one.calls.flatMap(({ asked }) => asked);
    expect(await decided(one.userName, policy, made)).toEqual(
      made.map((asked) => ({ ...asked, allowed: true })),
    );
    expect(await decided(one.userName, policy, one.neverMade)).toEqual(
      one.neverMade.map((asked) => ({ ...asked, allowed: false })),
    );
  },
);
