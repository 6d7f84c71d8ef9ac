import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTrustedAccess } from '../../cli/preflight/check-trusted-access';
import { preflightClients, type PreflightClients } from '../../cli/preflight/clients';
import { readConfigFile, type ConfigFile } from '../../cli/preflight/config-file';
import { eventsOption, type EventsOption } from '../../cli/preflight/events-option';
import { runChecks } from '../../cli/preflight/run-checks';
import { clientSettings } from '../../lambda/collector/client-settings';
import { accountService, type RegionState } from '../../local/organization/account/service';
import {
  cloudFormationService,
  type CloudFormationProps,
} from '../../local/organization/cloudformation/service';
import {
  lakeFormationService,
  type LakeFormationProps,
} from '../../local/organization/lakeformation/service';
import { catalogServices, type CatalogProps } from '../../local/organization/catalog/service';
import type { BucketData } from '../../local/organization/s3/bucket';
import { parameterService } from '../../local/organization/ssm/service';
import {
  startOrganization,
  type EmbeddedOrganization,
  type Fault,
  type OrganizationData,
} from '../../local/organization';
import type { CheckResult } from '../../cli/preflight/check-result';
import type { Terminal } from '../../cli/terminal';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand, type CommandOutcome } from './run-command';

const management = '100000000001';
const delegated = '100000000002';
const member = '100000000007';
/** Administers nothing, so that Organizations lists nothing to it. */
const plain = '100000000008';
const outsider = '200000000001';
const stackSets = 'member.org.stacksets.cloudformation.amazonaws.com';
const versionParameter = '/cdk-bootstrap/hnb659fds/version';

const account = (id: string, name: string) => ({
  id,
  name,
  email: `aws+${id}@example.com`,
  joinedAt: '2020-01-01T00:00:00Z',
  parentId: 'r-root',
});
const organization: OrganizationData = {
  id: 'o-anycompany1',
  managementAccountId: management,
  rootId: 'r-root',
  organizationalUnits: [],
  accounts: [
    account(management, 'AnyCompany'),
    { ...account(delegated, 'Security'), delegatedFor: [stackSets] },
    { ...account(member, 'Sandbox'), delegatedFor: ['config.amazonaws.com'] },
    account(plain, 'Web Shop'),
  ],
  outsiders: [{ id: outsider }],
};

/** A world in which everything is ready, but for what a case says. */
interface World {
  readonly caller?: string;
  readonly organization?: Partial<OrganizationData>;
  readonly cloudFormation?: CloudFormationProps;
  readonly version?: string | null;
  readonly lakeFormation?: Partial<LakeFormationProps>;
  readonly catalog?: CatalogProps;
  readonly buckets?: readonly BucketData[];
  readonly region?: RegionState;
  readonly faults?: readonly Fault[];
  readonly words?: readonly string[];
  readonly terminal?: Partial<Terminal>;
}

const start = (world: World): Promise<EmbeddedOrganization> => {
  const { caller = management, version = '31', region = 'ENABLED_BY_DEFAULT' } = world;
  return startOrganization({
    organization: { ...organization, ...world.organization },
    buckets: world.buckets ?? [],
    faults: world.faults ?? [],
    now: () => new Date(time),
    services: [
      cloudFormationService({ trustedAccess: true, ...world.cloudFormation }),
      parameterService(version === null ? {} : { [caller]: { [versionParameter]: version } }),
      lakeFormationService({ newDatabases: true, newTables: true, ...world.lakeFormation }),
      ...catalogServices(world.catalog ?? {}),
      accountService({ 'us-east-1': region, 'eu-central-1': region }),
    ],
  });
};

async function inWorld<T>(world: World, look: (server: EmbeddedOrganization) => Promise<T>): Promise<T> {
  const server = await start(world);
  Object.assign(process.env, server.environment(world.caller ?? management), { AWS_REGION: 'us-east-1' });
  try {
    return await look(server);
  } finally {
    await server.close();
  }
}

function preflight(world: World): Promise<CommandOutcome> {
  const words = ['preflight', ...(world.words ?? ['--format', 'json'])];
  return inWorld(world, () => runCommand(words, world.terminal));
}

// Near the real time, so that clients do not correct their clocks.
let time = Date.now();
beforeEach(() => {
  time = Date.now();
  Object.assign(process.env, ownMachineHidden);
});

const empty: ConfigFile = { config: {} };

const checks = [
  'organization',
  'deploying account',
  'trusted access of StackSets',
  'suspended accounts',
  'StackSet of the collectors',
  'region us-east-1',
  'CDK bootstrap',
  'Lake Formation defaults',
  'bucket',
  'Athena workgroup',
  'Athena database',
];
interface Case extends World {
  readonly name: string;
  /** The only check that is not ready. */
  readonly check?: string;
  readonly state?: CheckResult['state'];
  readonly detail: RegExp;
  readonly remediation?: RegExp;
}

const ownBucket: BucketData = {
  name: 'credential-reports-100000000001-us-east-1',
  folder: tmpdir(),
  ownerAccountId: management,
};

const denied = (action: string, message: string): Fault => ({
  action,
  kind: 'error',
  error: { code: 'AccessDeniedException', status: 400, message },
});

const cases: Case[] = [
  {
    name: 'everything ready from the management account',
    detail: /delegated administrators of StackSets: 100000000002$/,
  },
  {
    name: 'everything ready from a delegated administrator',
    caller: delegated,
    detail: /^a delegated administrator of StackSets: say deployFrom: 'delegated-administrator'/,
  },
  {
    name: 'consolidated billing only',
    organization: { featureSet: 'CONSOLIDATED_BILLING' },
    check: 'organization',
    detail: /StackSets need all features$/,
    remediation: /^aws organizations enable-all-features$/,
  },
  {
    name: 'trusted access off',
    cloudFormation: { trustedAccess: false },
    check: 'trusted access of StackSets',
    detail: /^not activated; a deployment from the management account activates it/,
    remediation: /aws cloudformation activate-organizations-access$/,
  },
  {
    name: 'trusted access enabled in Organizations alone',
    cloudFormation: { trustedAccess: false },
    organization: { trustedServices: ['config.amazonaws.com', stackSets] },
    check: 'trusted access of StackSets',
    detail: /^not activated, though enabled in Organizations, which is not enough/,
    remediation: /aws cloudformation activate-organizations-access$/,
  },
  {
    name: 'not bootstrapped',
    version: null,
    check: 'CDK bootstrap',
    detail: /^not bootstrapped$/,
    remediation: /^npx cdk bootstrap aws:\/\/100000000001\/us-east-1$/,
  },
  {
    name: 'a bootstrap that failed',
    version: null,
    cloudFormation: {
      stacks: [
        { accountId: management, region: 'us-east-1', name: 'CDKToolkit', status: 'ROLLBACK_COMPLETE' },
      ],
    },
    check: 'CDK bootstrap',
    detail: /^not bootstrapped: the stack CDKToolkit is ROLLBACK_COMPLETE$/,
    remediation: /^npx cdk bootstrap /,
  },
  {
    name: 'an old bootstrap',
    version: '5',
    check: 'CDK bootstrap',
    detail: /^version 5, needed is 6 or newer$/,
    remediation: /^npx cdk bootstrap /,
  },
  {
    name: 'Lake Formation in charge of new databases, another its administrator',
    lakeFormation: { newDatabases: false, admins: ['arn:aws:iam::100000000001:role/jane'] },
    check: 'Lake Formation defaults',
    detail:
      /^Lake Formation decides .* CDK's execution role is none of its administrators, which are arn:aws:iam::100000000001:role\/jane$/,
    remediation:
      /^add arn:aws:iam::100000000001:role\/cdk-hnb659fds-cfn-exec-role-100000000001-us-east-1 .*; and lakeFormation: \{ analysts: \[\] \} in config.ts$/,
  },
  {
    name: 'Lake Formation in charge of new tables',
    lakeFormation: {
      newTables: false,
      admins: ['arn:aws:iam::100000000001:role/cdk-hnb659fds-cfn-exec-role-100000000001-us-east-1'],
    },
    check: 'Lake Formation defaults',
    detail: /^Lake Formation decides/,
    remediation: /^lakeFormation: \{ analysts: \[\] \} in config.ts/,
  },
  {
    name: 'a bucket that was kept',
    buckets: [ownBucket],
    check: 'bucket',
    detail: /^credential-reports-100000000001-us-east-1 was kept by an earlier installation/,
    remediation: /^npx cdk deploy --all --import-existing-resources$/,
  },
  {
    name: "a bucket's name taken by a stranger",
    buckets: [{ ...ownBucket, ownerAccountId: outsider }],
    faults: [
      {
        action: 's3:ListObjectsV2',
        kind: 'error',
        error: { code: 'AccessDenied', status: 403, message: 'Access Denied' },
      },
    ],
    check: 'bucket',
    detail: /^credential-reports-100000000001-us-east-1 belongs to another account/,
    remediation: /^choose another region/,
  },
  {
    name: 'a workgroup left from before',
    catalog: { workGroups: ['credential-report'] },
    check: 'Athena workgroup',
    detail: /^there is one of its name, though CredentialReportData is not deployed/,
    remediation: /^aws athena delete-work-group --work-group credential-report --recursive-delete-option$/,
  },
  {
    name: 'a database left from before',
    catalog: { databases: ['credential_report'] },
    check: 'Athena database',
    detail: /^there is one of its name, though CredentialReportData is not deployed/,
    remediation: /^aws glue delete-database --name credential_report/,
  },
  {
    name: 'a StackSet left from before',
    cloudFormation: { stackSets: { CredentialReportCollector: [] } },
    check: 'StackSet of the collectors',
    detail: /^there is one of its name, though CredentialReportOrganization is not deployed/,
    remediation: /^delete its instances, then the StackSet CredentialReportCollector/,
  },
  {
    name: 'more than half of the accounts suspended',
    organization: {
      accounts: organization.accounts
        .map((one) =>
          one.id === management || one.id === plain
            ? one
            : { ...one, states: [{ at: '2026-01-01T00:00:00Z', to: 'SUSPENDED' as const }] },
        )
        .concat({
          ...account('100000000009', 'Old'),
          states: [{ at: '2026-01-01T00:00:00Z', to: 'SUSPENDED' }],
        }),
    },
    check: 'suspended accounts',
    state: 'warning',
    detail:
      /^not active, so they get no collector: 100000000002 \(SUSPENDED\), 100000000007 .*; they are more than half of 5/,
    remediation: /^excludedAccounts or targets in config.ts$/,
  },
  {
    name: 'a region that is off',
    region: 'DISABLED',
    check: 'region us-east-1',
    detail: /^the region is DISABLED in this account$/,
    remediation: /^aws account enable-region --region-name us-east-1$/,
  },
  {
    name: 'a region that a control policy denies',
    faults: [denied('ssm:GetParameter', 'not authorized, with an explicit deny in a service control policy')],
    check: 'CDK bootstrap',
    state: 'unknown',
    detail:
      /^ssm:GetParameter failed with AccessDeniedException: .* explicit deny in a service control policy$/,
    remediation:
      /^let the service control policy allow ssm:GetParameter, or choose another region with --region$/,
  },
  {
    name: 'something that may not be read',
    faults: [denied('lakeformation:GetDataLakeSettings', 'not authorized to perform it')],
    check: 'Lake Formation defaults',
    state: 'unknown',
    detail:
      /^lakeformation:GetDataLakeSettings failed with AccessDeniedException: not authorized to perform it$/,
    remediation:
      /^allow lakeformation:GetDataLakeSettings to these credentials, or use others with --profile$/,
  },
];

describe('preflight', () => {
  test.each(cases)('$name', async ({ check, state = 'missing', detail, remediation, ...world }) => {
    const { code, out } = await preflight(world);
    const results = JSON.parse(out) as CheckResult[];
    expect(results.map((result) => result.check)).toEqual(checks);
    const others = results.filter((result) => result.check !== check);
    expect(others.map((result) => result.state)).toEqual(others.map(() => 'ready'));
    expect(results.find((result) => result.check === (check ?? 'deploying account'))).toEqual({
      check: check ?? 'deploying account',
      state: check === undefined ? 'ready' : state,
      detail: expect.stringMatching(detail) as unknown,
      remediation: remediation === undefined ? null : (expect.stringMatching(remediation) as unknown),
    });
    expect(code).toBe(check === undefined ? 0 : 2);
  });

  test('a member account learns who can deploy, and what it cannot see', async () => {
    const { code, out } = await preflight({ caller: member });
    const results = JSON.parse(out) as CheckResult[];
    expect(results.map(({ state }) => state)).toEqual([
      'ready',
      'missing',
      'unknown',
      'unknown',
      // Its region, bootstrap, Lake Formation, bucket, workgroup and database.
      ...Array.from({ length: 6 }, () => 'ready'),
    ]);
    expect(results[1]?.detail).toMatch(/100000000007 is neither the management account 100000000001 nor/);
    expect(results[1]?.remediation).toContain(
      `register-delegated-administrator --account-id ${member} --service-principal ${stackSets}`,
    );
    expect(code).toBe(2);
  });

  test('an account outside of any organization learns so', async () => {
    const { code, out } = await preflight({ caller: outsider });
    expect((JSON.parse(out) as CheckResult[])[0]).toMatchObject({
      state: 'missing',
      detail: 'account 200000000001 belongs to no organization',
    });
    expect(code).toBe(2);
  });

  test('the table has the commands below it, each on one line', async () => {
    const { out } = await preflight({ version: null, words: [] });
    expect(out).toMatch(/│ CDK bootstrap +│ missing │ not bootstrapped +│/);
    expect(out).toMatch(
      /\nRemediation:\n {2}CDK bootstrap: npx cdk bootstrap aws:\/\/100000000001\/us-east-1\n$/,
    );
  });

  test('an unknown profile is an error in words', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
    const { code, err } = await runCommand(['preflight', '--region', 'us-east-1', '--profile', 'nobody']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('failed: ') as unknown });
  });
});

interface Call {
  readonly action: string;
  readonly asks?: string;
  readonly check: string;
  readonly world?: World;
  readonly state?: CheckResult['state'];
}

/** Every call that a check makes, in a world where it makes it, and the check that needs the answer. */
const calls: Call[] = [
  { action: 'organizations:DescribeOrganization', check: 'organization' },
  { action: 'organizations:ListDelegatedAdministrators', check: 'deploying account' },
  {
    action: 'organizations:ListDelegatedAdministrators',
    check: 'deploying account',
    world: { caller: delegated },
  },
  { action: 'cloudformation:DescribeOrganizationsAccess', check: 'trusted access of StackSets' },
  {
    action: 'organizations:ListAWSServiceAccessForOrganization',
    check: 'trusted access of StackSets',
    world: { cloudFormation: { trustedAccess: false } },
    state: 'missing',
  },
  { action: 'cloudformation:ListStackInstances', check: 'credential events of every member' },
  { action: 'cloudformation:DescribeStacks', check: 'stacks of credential events' },
  { action: 'account:GetRegionOptStatus', check: 'region us-east-1' },
  { action: 'ssm:GetParameter', check: 'CDK bootstrap' },
  {
    action: 'cloudformation:DescribeStacks',
    check: 'CDK bootstrap',
    world: { version: null },
    state: 'missing',
  },
  { action: 'lakeformation:GetDataLakeSettings', check: 'Lake Formation defaults' },
  { action: 'organizations:ListAccounts', check: 'suspended accounts' },
  { action: 's3:ListBuckets', asks: 's3:ListAllMyBuckets', check: 'bucket' },
  {
    action: 's3:ListObjectsV2',
    asks: 's3:ListBucket',
    check: 'bucket',
    world: { buckets: [{ ...ownBucket, ownerAccountId: outsider }] },
  },
  { action: 'athena:GetWorkGroup', check: 'Athena workgroup' },
  { action: 'glue:GetDatabase', check: 'Athena database' },
  { action: 'cloudformation:ListStackInstances', check: 'StackSet of the collectors' },
];

interface Failure {
  readonly name: string;
  readonly fault: Omit<Fault, 'action'>;
  readonly code: RegExp;
  readonly remediation: RegExp;
}

/** Every way not to get an answer: how it is named, and what is to be done. */
const failures: Failure[] = [
  {
    name: 'denied',
    fault: { kind: 'access-denied' },
    code: /^AccessDenied(Exception)?: not authorized to perform/,
    remediation: /allow [a-z0-9]+:[A-Za-z]+ to these credentials, or use others with --profile/,
  },
  {
    name: 'denied by a control policy',
    fault: {
      kind: 'error',
      error: {
        code: 'AccessDeniedException',
        status: 403,
        message: 'no, because no service control policy allows it',
      },
    },
    code: /^AccessDeniedException: no, because/,
    remediation: /let the service control policy allow [a-z0-9]+:[A-Za-z]+/,
  },
  {
    name: 'throttled',
    fault: { kind: 'throttling' },
    code: /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|SlowDown): /,
    remediation: /run preflight again in a few minutes/,
  },
  {
    name: 'broken at AWS',
    fault: { kind: 'server-error' },
    code: /^(ServiceException|Internal\w+): /,
    remediation: /run preflight again in a few minutes/,
  },
  {
    name: 'not emulated',
    fault: { kind: 'error', error: { code: 'NotImplemented', status: 501, message: 'not here' } },
    code: /^NotImplemented: not here/,
    remediation: /ask AWS: what AWS_ENDPOINT_URL names does not emulate/,
  },
  {
    name: 'without a network',
    fault: { kind: 'cut-connection' },
    code: /^(ECONNRESET|TimeoutError): /,
    remediation: /look at the network, the proxy and AWS_ENDPOINT_URL/,
  },
  {
    name: 'with expired credentials',
    fault: { kind: 'error', error: { code: 'ExpiredTokenException', status: 400, message: 'over' } },
    code: /^ExpiredTokenException: over/,
    remediation: /the credentials have expired: sign in again/,
  },
  {
    name: 'refused for another reason',
    fault: { kind: 'error', error: { code: 'ValidationError', status: 400, message: 'not like this' } },
    code: /^ValidationError: not like this/,
    remediation: /correct what the message says/,
  },
];

describe('what cannot be read', () => {
  beforeEach(() => {
    jest.replaceProperty(clientSettings, 'maxAttempts', 1); // throttling would be retried for half a minute
  });
  afterEach(() => jest.restoreAllMocks());

  const first = 'organizations:DescribeOrganization'; // without its answer the others are not asked
  const together = calls.filter(({ action, world }) => world === undefined && action !== first);
  const apart = calls.filter((call) => !together.includes(call)).map((call) => [call]);
  const named = (failure: Failure, asked: readonly Call[]) => ({
    ...failure,
    asked,
    actions: [...new Set(asked.map(({ action }) => action))],
    what:
      asked.length > 1 ? 'everything else' : asked.map(({ action, check }) => `${action} of "${check}"`)[0],
  });
  // Each call fails by itself in one way, and in every other way beside those of its world.
  const cases = failures.flatMap((failure, index) =>
    (index === 0 ? calls.map((call) => [call]) : [together, ...apart]).map((asked) => named(failure, asked)),
  );
  test.each(cases)(
    '$what $name is neither ready nor missing',
    async ({ asked, actions, fault, code, remediation }) => {
      const faults = actions.map((action) => ({ ...fault, action }));
      const outcome = await preflight({ ...asked[0]?.world, faults });
      const results = JSON.parse(outcome.out) as CheckResult[];
      expect(results.map((result) => result.check)).toEqual(expect.arrayContaining(checks));
      for (const { action, asks = action, check, state = 'unknown' } of asked) {
        const result = results.find((one) => one.check === check);
        expect([check, result?.state]).toEqual([check, state]);
        const [, said] = result?.detail.split(`${asks} failed with `) ?? [];
        expect(said).toMatch(code);
        // What is missing for sure comes first; else the remediation is that of the failure, and names its own action.
        if (state === 'unknown') expect(result?.remediation).toMatch(remediation);
        else expect(result?.detail).toContain(' is not known: ');
      }
      expect(outcome.code).toBe(2);
    },
  );

  /** Clients that answer everything with nothing in it, which the emulation never does. */
  const hollow = { send: () => Promise.resolve({}) };
  const hollowClients = {
    account: hollow,
    ssm: hollow,
    cloudFormation: hollow,
    eventsCloudFormation: hollow,
    lakeFormation: hollow,
    athena: hollow,
    glue: hollow,
    s3: hollow,
    organizations: { send: () => Promise.resolve({ Organization: { Id: 'o-anycompany1' } }) },
  } as unknown as PreflightClients;

  test('is an answer without what it always has', async () => {
    const caller = { accountId: management, arn: 'arn:aws:iam::100000000001:root', partition: 'aws' };
    const results = await runChecks(hollowClients, caller, 'us-east-1', () => ({ says: 'on' }), empty);
    expect(
      results.filter(({ check }) => checks.includes(check)).map(({ check, state }) => [check, state]),
    ).toEqual(checks.map((check) => [check, 'unknown']));
    expect(await checkTrustedAccess(hollowClients, 'SELF')).toMatchObject({
      state: 'unknown',
      detail: 'cloudformation:DescribeOrganizationsAccess answered without a status',
    });
  });

  test('is known for each call that is made', async () => {
    const worlds = calls.map(({ world }) => world ?? {});
    const made = new Set<string>();
    for (const world of worlds) {
      await inWorld(world, async ({ requests }) => {
        await runCommand(['preflight', '--format', 'json']);
        for (const { action } of requests) made.add(action);
      });
    }
    expect([...made].sort()).toEqual([...new Set(calls.map(({ action, asks = action }) => asks))].sort());
  });

  test('is said of a delegated administrator that may not list delegated administrators', async () => {
    const faults: Fault[] = [{ action: 'organizations:ListDelegatedAdministrators', kind: 'access-denied' }];
    const results = JSON.parse((await preflight({ caller: delegated, faults })).out) as CheckResult[];
    expect(results[1]?.detail).toMatch(
      /^not the management account 100000000001; whether 100000000002 is a delegated administrator of StackSets is not known, .*: organizations:ListDelegatedAdministrators failed with AccessDeniedException: /,
    );
    expect(results[1]?.remediation).toMatch(
      /^allow organizations:ListDelegatedAdministrators to these credentials, .* --account-id 100000000002 /,
    );
    expect(results[2]).toMatchObject({ check: 'trusted access of StackSets', state: 'ready' });
  });

  test('is said of a member that Organizations does not answer', async () => {
    const { code, out } = await preflight({ caller: plain });
    const results = JSON.parse(out) as CheckResult[];
    expect(results.map(({ state }) => state)).toEqual([
      'ready',
      ...Array.from({ length: 5 }, () => 'unknown'),
      ...Array.from({ length: 6 }, () => 'ready'),
    ]);
    expect(results[2]?.detail).toMatch(
      /^cloudformation:DescribeOrganizationsAccess failed with ValidationError/,
    );
    expect(code).toBe(2);
  });

  test('hides nothing that is known: not activated is still repaired by --fix', async () => {
    const confirm = jest.fn(() => Promise.resolve(false));
    const { out } = await preflight({
      cloudFormation: { trustedAccess: false },
      faults: [{ action: 'organizations:ListAWSServiceAccessForOrganization', kind: 'access-denied' }],
      words: ['--fix', '--format', 'json'],
      terminal: { confirm },
    });
    expect(confirm).toHaveBeenCalledTimes(1);
    expect((JSON.parse(out) as CheckResult[])[2]?.state).toBe('missing');
  });

  test('is said in the table, with what to do below it', async () => {
    const faults: Fault[] = [{ action: 'ssm:GetParameter', kind: 'access-denied' }];
    const { out } = await preflight({ faults, words: [] });
    expect(out).toMatch(/│ CDK bootstrap +│ unknown │ ssm:GetParameter failed with AccessDenied/);
    expect(out).toMatch(/\nRemediation:\n {2}CDK bootstrap: allow ssm:GetParameter to these credentials, /);
  });
});

const membersCheck = 'credential events of every member';
const stacksCheck = 'stacks of credential events';

/** What preflight finds about credential events when `config.ts` says so. */
async function eventResults(world: World, option: EventsOption, region = 'us-east-1') {
  const { caller: accountId = management } = world;
  const caller = { accountId, arn: `arn:aws:iam::${accountId}:user/embedded`, partition: 'aws' };
  const asked = jest.fn(() => option);
  const results = await inWorld(world, () =>
    runChecks(preflightClients({ region }), caller, region, asked, empty),
  );
  const found = results.filter(({ check }) => check === membersCheck || check === stacksCheck);
  return { found, asked };
}

const stackIn = (region: string, name: string, accountId = management) => ({
  accountId,
  region,
  name,
  status: 'CREATE_COMPLETE',
});
const bus = stackIn('us-east-1', 'CredentialReportEventBus');
const rules = stackIn('us-east-1', 'CredentialReportEvents');
const allCurrent = { CredentialReportEvents: [{ accountId: member, status: 'CURRENT' as const }] };

describe('members without credential events', () => {
  const resultOf = async (stackSets: CloudFormationProps['stackSets']) => {
    const { found } = await eventResults({ cloudFormation: { stackSets: stackSets ?? {} } }, { says: 'on' });
    return found.find(({ check }) => check === membersCheck);
  };

  test('are not looked for where they are off, nor is config.ts', async () => {
    const { found, asked } = await eventResults({}, { says: 'on' });
    expect(found).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });

  test('are none when the rule is in every account', async () => {
    expect(await resultOf(allCurrent)).toMatchObject({
      state: 'ready',
      detail: 'the rule is in all 1 accounts of the StackSet',
    });
  });

  test('are all when the StackSet has no instance', async () => {
    expect(await resultOf({ CredentialReportEvents: [] })).toMatchObject({
      state: 'missing',
      detail: 'the StackSet has no instance, so no member has the rule',
    });
  });

  test('are named when their stack failed', async () => {
    const result = await resultOf({
      CredentialReportEvents: [
        { accountId: delegated, status: 'CURRENT' },
        { accountId: member, status: 'OUTDATED', reason: 'a service control policy denies events:PutRule' },
        ...Array.from({ length: 12 }, (_, index) => ({
          accountId: String(100000000100 + index),
          status: 'INOPERABLE' as const,
        })),
      ],
    });
    expect(result?.state).toBe('missing');
    expect(result?.detail).toMatch(
      /^no rule in 100000000007 \(a service control policy denies events:PutRule\), 100000000100 \(INOPERABLE\),.* and 3 more$/,
    );
  });

  test('are not known where stacks are deployed but another account has the StackSet', async () => {
    const own = stackIn('us-east-1', 'CredentialReportManagementEvents');
    const { found } = await eventResults({ cloudFormation: { stacks: [own] } }, { says: 'on' });
    expect(found.map(({ check, state }) => [check, state])).toEqual([
      [membersCheck, 'unknown'],
      [stacksCheck, 'ready'],
    ]);
  });
});

describe('stacks of credential events that config.ts may no longer ask for', () => {
  const deployed = { stacks: [bus, rules], stackSets: allCurrent };
  const all =
    'deployed in us-east-1: CredentialReportEventBus (CREATE_COMPLETE), CredentialReportEvents (CREATE_COMPLETE), StackSet CredentialReportEvents';
  const way =
    /write credentialEvents: 'remove' in config.ts, run npx cdk deploy --all .*, then take the line out$/;

  test.each<[EventsOption, CheckResult['state'], string, RegExp | undefined]>([
    [{ says: 'on' }, 'ready', all, undefined],
    [{ says: 'remove' }, 'ready', `${all}; the next npx cdk deploy --all deletes them`, undefined],
    [
      { says: 'off' },
      'warning',
      `${all}; credentialEvents is not in config.ts, which leaves them in AWS`,
      way,
    ],
    [{ says: 'nothing' }, 'note', `${all}; there is no config.ts here to say whether they are wanted`, way],
    [
      { says: 'unreadable', why: 'it exports no object named config' },
      'unknown',
      `${all}; whether config.ts asks for them is not known: it exports no object named config`,
      way,
    ],
  ])('%j', async (option, state, detail, remediation) => {
    const { found } = await eventResults({ cloudFormation: deployed }, option);
    expect(found.find(({ check }) => check === stacksCheck)).toEqual({
      check: stacksCheck,
      state,
      detail,
      ...(remediation === undefined ? {} : { remediation: expect.stringMatching(remediation) as unknown }),
    });
  });

  interface Place {
    readonly name: string;
    readonly cloudFormation: CloudFormationProps;
    readonly caller?: string;
    readonly region?: string;
    /** Undefined where nothing is found. */
    readonly detail?: RegExp;
  }
  const places: Place[] = [
    { name: 'the StackSet alone', cloudFormation: { stackSets: allCurrent }, detail: /: StackSet Cred\w+;/ },
    {
      name: 'the bus alone',
      cloudFormation: { stacks: [bus] },
      detail: /: CredentialReportEventBus \(\w+\);/,
    },
    {
      name: 'a deployment to another region',
      cloudFormation: deployed,
      region: 'eu-central-1',
      detail: /: CredentialReportEventBus \(\w+\), CredentialReportEvents \(\w+\), StackSet/,
    },
    {
      name: 'the bus in a data account that administers nothing',
      cloudFormation: { stacks: [stackIn('us-east-1', 'CredentialReportEventBus', plain)] },
      caller: plain,
      detail: /: CredentialReportEventBus \(\w+\);/,
    },
    {
      name: 'a stack of the name in another region',
      cloudFormation: { stacks: [stackIn('eu-central-1', 'CredentialReportEvents')] },
    },
    {
      name: 'a stack of the name in another account',
      cloudFormation: { stacks: [bus] },
      caller: delegated,
    },
  ];
  test.each(places)('$name', async ({ cloudFormation, caller = management, region, detail }) => {
    const { found } = await eventResults({ cloudFormation, caller }, { says: 'off' }, region);
    const result = found.find(({ check }) => check === stacksCheck);
    if (detail === undefined) expect(result).toBeUndefined();
    else expect(result?.detail).toMatch(detail);
  });

  test('are a problem to the process that called', async () => {
    const { checksText, isProblem } = await import('../../cli/preflight/steps');
    const { found } = await eventResults({ cloudFormation: deployed }, { says: 'off' });
    expect(found.filter(isProblem).map(({ check }) => check)).toEqual([stacksCheck]);
    expect(checksText(found, { format: 'table', raw: false })).toMatch(
      /Remediation:\n {2}stacks of credential events: write credentialEvents: 'remove'/,
    );
    const note = await eventResults({ cloudFormation: deployed }, { says: 'nothing' });
    expect(note.found.filter(isProblem)).toEqual([]);
  });
});

describe('what config.ts says about credential events', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'accounts.ts'), "export const emails: string[] = ['team@example.com'];");
  const typed = (text: string) =>
    `import type { Config } from './lib/config/config';\nimport { emails } from './accounts';\n` +
    `export const config: Config = { notifications: { emails }, ${text} };`;

  test.each<[string, string | undefined, EventsOption]>([
    ['the option is not there', typed('region: "eu-central-1"'), { says: 'off' }],
    ['the option is a comment', typed('// credentialEvents: {}\n'), { says: 'off' }],
    ['the option is on', typed('credentialEvents: {}'), { says: 'on' }],
    ['the option is being removed', typed("credentialEvents: 'remove'"), { says: 'remove' }],
    ['there is no file', undefined, { says: 'nothing' }],
    [
      'it exports something else',
      'export const settings = {};',
      { says: 'unreadable', why: 'it exports no object named config' },
    ],
    [
      'it throws',
      "export const config = {}; throw new Error('no account');",
      { says: 'unreadable', why: expect.stringMatching(/no account$/) as string },
    ],
    [
      'it does not compile',
      'export const config = {',
      { says: 'unreadable', why: expect.stringContaining('config.ts:1:') as string },
    ],
  ])('%s', (_, text, expected) => {
    const file = join(folder, 'config.ts');
    if (text === undefined) rmSync(file, { force: true });
    else writeFileSync(file, text);
    expect(eventsOption(readConfigFile(file))).toEqual(expected);
  });

  test('is read from this repository', () => {
    expect(['on', 'off', 'remove']).toContain(eventsOption(readConfigFile()).says);
  });
});

describe('preflight --fix', () => {
  const off = {
    cloudFormation: { trustedAccess: false, propagation: 20_000 },
    words: ['--fix', '--format', 'json'],
  };
  const clock = {
    now: () => new Date(time),
    sleep: (milliseconds: number) => Promise.resolve(void (time += milliseconds)),
  };
  const stateOf = ({ out }: CommandOutcome) => (JSON.parse(out) as CheckResult[])[2]?.state;

  test('activates trusted access after a yes, and waits until it is on', async () => {
    const confirm = jest.fn(() => Promise.resolve(true));
    const outcome = await preflight({ ...off, terminal: { ...clock, confirm } });
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(stateOf(outcome)).toBe('ready');
    expect(outcome.code).toBe(0);
  });

  test('changes nothing after a no', async () => {
    const outcome = await preflight({
      ...off,
      terminal: { ...clock, confirm: () => Promise.resolve(false) },
    });
    expect(stateOf(outcome)).toBe('missing');
    expect(outcome.code).toBe(2);
  });

  test('does not ask when nothing is to be fixed, or only the management account could', async () => {
    const confirm = jest.fn(() => Promise.resolve(true));
    await preflight({ words: ['--fix'], terminal: { ...clock, confirm } });
    await preflight({ ...off, caller: delegated, terminal: { ...clock, confirm } });
    expect(confirm).not.toHaveBeenCalled();
  });

  test('names the command where nobody can answer', async () => {
    const { code, err } = await preflight(off);
    expect(err).toMatch(
      /error: --fix asks first, and nobody can answer here; run: aws cloudformation activate-/,
    );
    expect(code).toBe(1);
  });

  test('an answer of CloudFormation ends it in words when the time is over', async () => {
    const faults = [{ action: 'cloudformation:ActivateOrganizationsAccess', kind: 'access-denied' as const }];
    const confirm = () => Promise.resolve(true);
    const { code, err } = await preflight({ ...off, faults, terminal: { ...clock, confirm } });
    expect(err).toMatch(/error: activating trusted access failed: AccessDenied/);
    expect(code).toBe(1);
  });
});
