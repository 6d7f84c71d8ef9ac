import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { lookUp } from '../../../lambda/organization-lookup/look-up';
import { cloudFormationService } from '../../../local/organization/cloudformation/service';
import { startOrganization, type Fault } from '../../../local/organization';
import {
  delegated,
  management,
  member,
  outsider,
  smallOrganization,
  stoppedClock,
} from '../../local/organization/small-organization';

interface Case {
  readonly account: string;
  readonly trusted?: boolean;
  readonly root?: boolean;
  readonly faults?: Fault[];
  readonly request?: 'Create' | 'Update' | 'Delete';
}

/** How a lookup fails, and how long it waited for that, in milliseconds. */
async function failing(given: Case): Promise<{ readonly error: string; readonly waited: number }> {
  let waited = 0;
  const error = await run(given, (milliseconds) => (waited += milliseconds)).then(
    () => 'it did not fail',
    (reason: unknown) => String(reason),
  );
  return { error, waited };
}

/** Runs the lookup in an account, with 285 s on the organization's clock. */
async function run(
  { account, trusted = false, root = false, faults = [], request = 'Create' }: Case,
  waits: (milliseconds: number) => void = () => undefined,
) {
  const clock = stoppedClock();
  const organization = await startOrganization({
    organization: smallOrganization,
    buckets: [],
    now: clock.now,
    faults,
    services: [cloudFormationService()],
  });
  const configuration = {
    endpoint: organization.endpoint,
    region: 'eu-central-1',
    credentials: organization.credentials(account),
    maxAttempts: 1,
  };
  const deadline = clock.now().getTime() + 285_000;
  try {
    const result = await lookUp(
      {
        RequestType: request,
        ResourceProperties: { ActivateTrustedAccess: String(trusted), ReadRoot: String(root) },
      },
      {
        organizations: new OrganizationsClient(configuration),
        cloudFormation: new CloudFormationClient(configuration),
        sleep: (milliseconds) => {
          waits(milliseconds);
          return Promise.resolve(clock.advance(milliseconds / 1000));
        },
        remainingMs: () => deadline - clock.now().getTime(),
      },
    );
    return { ...result, actions: organization.requests.map(({ action }) => action.split(':')[1]) };
  } finally {
    await organization.close();
  }
}

const ids = { OrganizationId: 'o-anycompany1', ManagementAccountId: management };
const activate = 'cloudformation:ActivateOrganizationsAccess';

test.each<[string, Case, object]>([
  ['a member reads the id of its organization', { account: member }, ids],
  [
    'the management account reads the root too',
    { account: management, root: true },
    { ...ids, RootId: 'r-root' },
  ],
  ['so does a delegated administrator', { account: delegated, root: true }, { ...ids, RootId: 'r-root' }],
  ['trusted access is activated', { account: management, trusted: true }, ids],
  [
    'and activated again while permissions propagate',
    { account: management, trusted: true, faults: [{ action: activate, kind: 'access-denied', times: 5 }] },
    ids,
  ],
])('%s', async (_, given, data) => {
  expect(await run(given)).toMatchObject({ physicalResourceId: 'organization', data });
});

test('trusted access is waited for, and asked for once where it propagates', async () => {
  const { actions } = await run({ account: management, trusted: true });
  expect(actions.at(-1)).toBe('DescribeOrganizationsAccess');
  expect(actions).toContain('ActivateOrganizationsAccess');
});

const read = 'organizations:DescribeOrganization';

test('a new role that cannot read the organization yet is waited for', async () => {
  const faults: Fault[] = [{ action: read, kind: 'access-denied', times: 5 }];
  expect(await run({ account: member, faults })).toMatchObject({ data: ids });
});

test.each<[string, string, string, string, RegExp]>([
  [
    'an explicit deny of a service control policy',
    activate,
    'AccessDenied',
    'not authorized to perform: x with an explicit deny in a service control policy',
    /explicit deny/,
  ],
  [
    'a call that the partition does not know',
    activate,
    'InvalidAction',
    'The action is not valid for this web service',
    /cannot be deployed in this partition/,
  ],
  [
    'a deny of Organizations',
    read,
    'AccessDeniedException',
    'not authorized with an explicit deny in an identity-based policy',
    /explicit deny/,
  ],
])('%s ends at once', async (_, action, code, message, expected) => {
  const faults: Fault[] = [{ action, kind: 'error', error: { code, status: 400, message } }];
  const { waited, error } = await failing({ account: management, trusted: true, faults });
  expect(error).toMatch(expected);
  expect(waited).toBe(0);
});

test('a deletion touches nothing: other StackSets may need trusted access', async () => {
  expect(await run({ account: management, trusted: true, request: 'Delete' })).toMatchObject({ actions: [] });
});

test.each<[string, Case, RegExp]>([
  ['an account of no organization', { account: outsider }, /not a member of an organization/],
  ['a member that asks for the root', { account: member, root: true }, /permissions to access/],
  [
    'a member that activates trusted access',
    { account: member, trusted: true },
    /must be the management account/,
  ],
  [
    'a denial that does not pass',
    { account: management, trusted: true, faults: [{ action: activate, kind: 'access-denied' }] },
    /not authorized/,
  ],
])('%s fails in words', async (_, given, message) => {
  await expect(run(given)).rejects.toThrow(message);
});
