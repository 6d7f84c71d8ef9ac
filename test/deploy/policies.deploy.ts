import { rmSync } from 'node:fs';
import type { PolicyDocument } from '../../cli/policy/policy-document';
import { recordedEvents, userCalls } from '../cli/policy/recorded-calls';
import { runCommand } from '../cli/run-command';
import { writeBucket } from '../cli/write-bucket';
import { account, fileKey, packed } from '../local/trail/trail-files';
import { linted } from './linter/linted';

let trail: string;
beforeAll(() => {
  trail = writeBucket({ [fileKey('2026-11-20')]: packed(...recordedEvents()) });
});
afterAll(() => rmSync(trail, { recursive: true }));

test.each(userCalls)(
  'a linter finds nothing in the policy of $userName but what is said beside it',
  async (one) => {
    const days = ['--from', '2026-11-20', '--to', '2026-11-20'];
    const { out, err } = await runCommand([
      'policy',
      ...['--account', account, '--user', one.userName, '--trail', trail, ...days],
    ]);
    const open = [...err.matchAll(/^ {2}(\S+:\w+) on \*, .*: ./gm)].map(([, action]) => action);
    const statements = (JSON.parse(out) as PolicyDocument).Statement;
    expect(statements.length).toBeGreaterThan(0);
    const findings = await linted(out);
    expect(findings.filter(({ issue }) => issue !== 'RESOURCE_STAR')).toEqual([]);
    // The linter's list of actions is older: of some it does not know that they can be held to a resource.
    expect(open).toEqual(expect.arrayContaining(findings.flatMap(({ detail }) => detail)));
  },
);

test('the linter finds what is wrong', async () => {
  const wrong = { Effect: 'Allow', Action: ['s3:ListBuckets'], Resource: ['arn:aws:s3:::site/*'] };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [wrong] });
  expect(await linted(policy)).toMatchObject([{ issue: 'UNKNOWN_ACTION' }]);
});
