import { accountService, type RegionState } from '../../local/organization/account/service';
import {
  cloudFormationService,
  type CloudFormationProps,
} from '../../local/organization/cloudformation/service';
import {
  lakeFormationService,
  type LakeFormationProps,
} from '../../local/organization/lakeformation/service';
import { parameterService } from '../../local/organization/ssm/service';
import { startOrganization, type Fault, type OrganizationData } from '../../local/organization';
import type { Finding } from '../../cli/preflight/finding';
import type { Terminal } from '../../cli/terminal';
import { runCommand, type CommandOutcome } from './run-command';

const management = '100000000001';
const delegated = '100000000002';
const member = '100000000007';
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
  readonly region?: RegionState;
  readonly faults?: readonly Fault[];
  readonly words?: readonly string[];
  readonly terminal?: Partial<Terminal>;
}

async function preflight(world: World): Promise<CommandOutcome> {
  const { caller = management, version = '31', region = 'ENABLED_BY_DEFAULT' } = world;
  const server = await startOrganization({
    organization: { ...organization, ...world.organization },
    buckets: [],
    faults: world.faults ?? [],
    now: () => new Date(time),
    services: [
      cloudFormationService({ trustedAccess: true, ...world.cloudFormation }),
      parameterService(version === null ? {} : { [caller]: { [versionParameter]: version } }),
      lakeFormationService({ newDatabases: true, newTables: true, ...world.lakeFormation }),
      accountService({ 'us-east-1': region }),
    ],
  });
  Object.assign(process.env, server.environment(caller), { AWS_REGION: 'us-east-1' });
  try {
    return await runCommand(['preflight', ...(world.words ?? ['--format', 'json'])], world.terminal);
  } finally {
    await server.close();
  }
}

// Near the real time, so that clients do not correct their clocks.
let time = Date.now();
beforeEach(() => {
  time = Date.now();
  Object.assign(process.env, {
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
});

const checks = [
  'organization',
  'deploying account',
  'trusted access of StackSets',
  'region us-east-1',
  'CDK bootstrap',
  'Lake Formation defaults',
];

interface Case extends World {
  readonly name: string;
  /** The only check that is not ready. */
  readonly check?: string;
  readonly state?: Finding['state'];
  readonly detail: RegExp;
  readonly mend?: RegExp;
}

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
    mend: /^aws organizations enable-all-features$/,
  },
  {
    name: 'trusted access off',
    cloudFormation: { trustedAccess: false },
    check: 'trusted access of StackSets',
    detail: /^not activated; a deployment from the management account activates it/,
    mend: /aws cloudformation activate-organizations-access$/,
  },
  {
    name: 'trusted access enabled in Organizations alone',
    cloudFormation: { trustedAccess: false },
    organization: { trustedServices: ['config.amazonaws.com', stackSets] },
    check: 'trusted access of StackSets',
    detail: /^enabled in Organizations, which is not enough/,
    mend: /aws cloudformation activate-organizations-access$/,
  },
  {
    name: 'not bootstrapped',
    version: null,
    check: 'CDK bootstrap',
    detail: /^not bootstrapped$/,
    mend: /^npx cdk bootstrap aws:\/\/100000000001\/us-east-1$/,
  },
  {
    name: 'a bootstrap that failed',
    version: null,
    cloudFormation: { stacks: { [management]: { CDKToolkit: 'ROLLBACK_COMPLETE' } } },
    check: 'CDK bootstrap',
    detail: /^the stack CDKToolkit is ROLLBACK_COMPLETE$/,
    mend: /^npx cdk bootstrap /,
  },
  {
    name: 'an old bootstrap',
    version: '5',
    check: 'CDK bootstrap',
    detail: /^version 5, needed is 6 or newer$/,
    mend: /^npx cdk bootstrap /,
  },
  {
    name: 'Lake Formation in charge of new databases',
    lakeFormation: { newDatabases: false },
    check: 'Lake Formation defaults',
    detail: /^Lake Formation decides/,
    mend: /^lakeFormation: \{ analysts: \[\] \} in config.ts/,
  },
  {
    name: 'Lake Formation in charge of new tables',
    lakeFormation: { newTables: false },
    check: 'Lake Formation defaults',
    detail: /^Lake Formation decides/,
    mend: /^lakeFormation: \{ analysts: \[\] \} in config.ts/,
  },
  {
    name: 'a region that is off',
    region: 'DISABLED',
    check: 'region us-east-1',
    detail: /^the region is DISABLED in this account$/,
    mend: /^aws account enable-region --region-name us-east-1$/,
  },
  {
    name: 'a region that a control policy denies',
    faults: [denied('ssm:GetParameter', 'not authorized, with an explicit deny in a service control policy')],
    check: 'CDK bootstrap',
    detail: /explicit deny in a service control policy$/,
    mend: /^choose another region/,
  },
  {
    name: 'something that may not be read',
    faults: [denied('lakeformation:GetDataLakeSettings', 'not authorized to perform it')],
    check: 'Lake Formation defaults',
    state: 'unknown',
    detail: /^AccessDeniedException: not authorized to perform it$/,
  },
];

describe('preflight', () => {
  test.each(cases)('$name', async ({ check, state = 'missing', detail, mend, ...world }) => {
    const { code, out } = await preflight(world);
    const findings = JSON.parse(out) as Finding[];
    expect(findings.map((finding) => finding.check)).toEqual(checks);
    const others = findings.filter((finding) => finding.check !== check);
    expect(others.map((finding) => finding.state)).toEqual(others.map(() => 'ready'));
    expect(findings.find((finding) => finding.check === (check ?? 'deploying account'))).toEqual({
      check: check ?? 'deploying account',
      state: check === undefined ? 'ready' : state,
      detail: expect.stringMatching(detail) as unknown,
      mend: mend === undefined ? null : (expect.stringMatching(mend) as unknown),
    });
    expect(code).toBe(check === undefined ? 0 : 2);
  });

  test('a member account is told who can deploy, and what it cannot see', async () => {
    const { code, out } = await preflight({ caller: member });
    const findings = JSON.parse(out) as Finding[];
    expect(findings.map(({ state }) => state)).toEqual([
      'ready',
      'missing',
      'unknown',
      'ready',
      'ready',
      'ready',
    ]);
    expect(findings[1]?.detail).toMatch(/100000000007 is neither the management account 100000000001 nor/);
    expect(findings[1]?.mend).toContain(
      `register-delegated-administrator --account-id ${member} --service-principal ${stackSets}`,
    );
    expect(code).toBe(2);
  });

  test('an account outside of any organization is told so', async () => {
    const { code, out } = await preflight({ caller: outsider });
    expect((JSON.parse(out) as Finding[])[0]).toMatchObject({
      state: 'missing',
      detail: 'account 200000000001 belongs to no organization',
    });
    expect(code).toBe(2);
  });

  test('the table has the commands below it, each on one line', async () => {
    const { out } = await preflight({ version: null, words: [] });
    expect(out).toMatch(/│ CDK bootstrap +│ missing │ not bootstrapped +│/);
    expect(out).toMatch(
      /\nTo mend:\n {2}CDK bootstrap: npx cdk bootstrap aws:\/\/100000000001\/us-east-1\n$/,
    );
  });

  test('an unknown profile is an error in words', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
    const { code, err } = await runCommand(['preflight', '--region', 'us-east-1', '--profile', 'nobody']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('failed: ') as unknown });
  });
});

describe('credential events', () => {
  const check = 'credential events of every member';
  const findingOf = async (stackSets: CloudFormationProps['stackSets']) => {
    const { code, out } = await preflight({ cloudFormation: { stackSets: stackSets ?? {} } });
    return { code, finding: (JSON.parse(out) as Finding[]).find((one) => one.check === check) };
  };

  test('are not looked at where they are off', async () => {
    expect(await findingOf({})).toEqual({ code: 0, finding: undefined });
  });

  test('are ready when the rule is in every account', async () => {
    const { code, finding } = await findingOf({
      CredentialReportEvents: [{ accountId: member, status: 'CURRENT' }],
    });
    expect({ code, state: finding?.state }).toEqual({ code: 0, state: 'ready' });
  });

  test('name the members whose stack failed', async () => {
    const { code, finding } = await findingOf({
      CredentialReportEvents: [
        { accountId: delegated, status: 'CURRENT' },
        { accountId: member, status: 'OUTDATED', reason: 'a service control policy denies events:PutRule' },
        ...Array.from({ length: 12 }, (_, index) => ({
          accountId: String(100000000100 + index),
          status: 'INOPERABLE' as const,
        })),
      ],
    });
    expect(code).toBe(2);
    expect(finding?.state).toBe('missing');
    expect(finding?.detail).toMatch(
      /^no rule in 100000000007 \(a service control policy denies events:PutRule\), 100000000100 \(INOPERABLE\),.* and 3 more$/,
    );
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
  const stateOf = ({ out }: CommandOutcome) => (JSON.parse(out) as Finding[])[2]?.state;

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
