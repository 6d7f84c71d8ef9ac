import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Config } from '../../../lib/config/config';
import { maxTemplateBytes, memberBody } from '../../../lib/stacks/member-template';
import { optionRules } from '../../../lib/config/option-rules';
import type { OptionRule } from '../../../lib/config/option-rule';
import { offeredStacks, propertiesOf, validate, type Template } from '../synthesize';

const several = { region: 'eu-central-1', managementAccountId: '100000000001' };
const data = { id: '100000000007', region: 'eu-west-1' };

const messagesOf = (accountId: string) => ({
  notifications: {
    emails: ['security@example.com'],
    slackWebhookSecretArn: `arn:aws:secretsmanager:eu-central-1:${accountId}:secret:slack-a1b2c3`,
    organizationName: 'AnyCompany',
    links: {
      accessPortalUrl: 'https://anycompany.awsapps.com/start',
      accessPortalRole: 'SecurityAudit',
      dashboardUrl: 'https://dashboard.example.com/',
      runbookUrl: 'https://wiki.example.com/runbook',
    },
  },
  digest: {
    every: 'day' as const,
    owners: {
      tagKey: 'team',
      destinations: { Payments: `arn:aws:sns:eu-central-1:${accountId}:payments-team` },
    },
  },
  accountDetails: { tags: true, email: true },
  alarms: { toleratedAccounts: 2 },
  credentialEvents: {},
});

/**
 * Every option at least once. Synthesis fails on each finding of CDK's default rules and of cdk-nag. What has most types of
 * resources comes first: for each that it has not met, the engine of the rules starts again.
 */
const configurations: Record<string, Config> = {
  'everything set': {
    organization: { id: 'o-ab12cd34ef', rootId: 'r-ab12' },
    targets: ['ou-ab12-cdefgh34'],
    excludedAccounts: ['100000000009'],
    region: 'eu-central-1',
    collectAt: '05:30',
    ownerTag: 'team',
    userFacts: { collect: true, tags: false },
    spreadMinutes: 180,
    retentionDays: 1,
    activateTrustedAccess: false,
    kmsKeyArn: 'arn:aws:kms:eu-central-1:100000000001:key/11111111-2222-3333-4444-555555555555',
    permissionsBoundary: 'team/boundary',
    rolePathPrefix: '/platform/',
    lakeFormation: { analysts: ['arn:aws:iam::100000000001:role/analyst'] },
    quickSight: {
      principalArns: ['arn:aws:quicksight:us-east-1:100000000001:group/default/security'],
      restricted: {
        'arn:aws:quicksight:us-east-1:100000000001:group/default/payments': ['Root/Prod/Payments'],
      },
    },
    trail: {
      account: '100000000006',
      region: 'eu-central-1',
      bucket: 'aws-controltower-logs-100000000006-eu-central-1',
      prefix: 'o-ab12cd34ef',
      organizationId: 'o-ab12cd34ef',
      regions: ['eu-central-1', 'us-east-1'],
      keyArn: 'arn:aws:kms:eu-central-1:100000000006:key/11111111-2222-3333-4444-555555555555',
      retentionDays: 2555,
    },
    tags: { 'cost-center': '42' },
    ...messagesOf('100000000001'),
  },
  empty: {},
  'data elsewhere': { ...several, dataAccount: data },
  'delegated administrator': {
    ...several,
    deployFrom: 'delegated-administrator',
    delegatedAdministratorAccountId: '100000000002',
    dataAccount: data,
    ...messagesOf(data.id),
  },
  'events taken away': { region: 'eu-central-1', credentialEvents: 'remove' },
};

/** Names of options and of those inside. */
const namesOf = (rules: Readonly<Record<string, OptionRule>>): string[] =>
  Object.entries(rules).flatMap(([name, { options = {} }]) => [
    name,
    ...namesOf(options).map((one) => `${name}.${one}`),
  ]);
const isIn = (config: object, name: string): boolean => {
  const [first = '', ...rest] = name.split('.');
  const value = (config as Readonly<Record<string, unknown>>)[first];
  return rest.length === 0 || value === undefined
    ? value !== undefined
    : isIn(value as object, rest.join('.'));
};

test('every option is in one of them', () => {
  const missing = namesOf(optionRules).filter(
    (name) => !Object.values(configurations).some((config) => isIn(config, name)),
  );
  expect(missing).toEqual([]);
});

test('cdk ls offers the stacks of accounts that deploy, and none that only a StackSet deploys', () => {
  const first = ['CredentialReportStorage', 'CredentialReportData', 'CredentialReportOrganization'];
  expect(offeredStacks({}).toSorted()).toEqual(first.toSorted());
  expect(offeredStacks(configurations['delegated administrator'] ?? {}).toSorted()).toEqual(
    [
      ...first,
      'CredentialReportManagement',
      'CredentialReportEventBus',
      'CredentialReportEvents',
      'CredentialReportManagementEvents',
    ].toSorted(),
  );
});

test("a member's template must pass the checks of the others", () => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-out-'));
  const scope = new Stack(new App({ analyticsReporting: false, outdir }), 'Organization');
  const wildcard = (stage: App) => {
    const stack = new Stack(stage, 'Wildcard');
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    return stack;
  };
  expect(() => memberBody(scope, 'Members', wildcard)).toThrow(/AwsSolutions-IAM5/);
  rmSync(outdir, { recursive: true });
});

describe.each(Object.entries(configurations))('%s', (name, config) => {
  const { memberText, events, ...others } = validate(config);
  const { member: eventMember, ...eventStacks } = events ?? {};
  const all: Record<string, Template | undefined> = { ...others, ...eventStacks, eventMember };
  const stacks = Object.entries(all).filter((entry): entry is [string, Template] => entry[1] !== undefined);

  test('the member template fits a template body with room to spare', () => {
    const bytes = Buffer.byteLength(memberText);
    process.stdout.write(`member template (${name}): ${bytes} of ${maxTemplateBytes} bytes\n`);
    expect(bytes).toBeLessThan((maxTemplateBytes * 2) / 3);
  });

  test('the member template needs no bootstrap and no asset', () => {
    expect(others.member.Rules).toBeUndefined();
    expect(others.member.Parameters).not.toHaveProperty('BootstrapVersion');
    expect(memberText).not.toMatch(/cdk-|S3Bucket|BootstrapVersion/);
  });

  test('members have only roles without names, so CAPABILITY_IAM suffices', () => {
    for (const role of propertiesOf<object>(others.member, 'AWS::IAM::Role')) {
      expect(role).not.toHaveProperty('RoleName');
    }
    expect(memberText).not.toContain('ManagedPolicyName');
  });

  test.each(stacks)('%s names no partition', (_, template) => {
    let text = JSON.stringify(template);
    for (const [given] of JSON.stringify(config).matchAll(/arn:aws[^"]*/g)) text = text.replaceAll(given, '');
    expect(text).not.toMatch(/arn:aws/);
  });

  test.each(stacks)(
    'every role of %s lies below its own path and is bounded as configured',
    (_, template) => {
      for (const role of propertiesOf<{ Path: string; PermissionsBoundary?: unknown }>(
        template,
        'AWS::IAM::Role',
      )) {
        expect(role.Path).toMatch(new RegExp(`^${config.rolePathPrefix ?? '/'}credential-report/[a-z-]+/$`));
        expect(JSON.stringify(role.PermissionsBoundary ?? '')).toContain(config.permissionsBoundary ?? '');
      }
    },
  );
});
