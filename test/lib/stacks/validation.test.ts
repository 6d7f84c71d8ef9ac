import type { Config } from '../../../lib/config/config';
import { maxTemplateBytes } from '../../../lib/stacks/member-template';
import { propertiesOf, synthesize, type Template } from '../synthesize';

const several = { region: 'eu-central-1', managementAccountId: '100000000001' };
const data = { id: '100000000007', region: 'eu-west-1' };

/** Every option at least once. Synthesis fails on each finding of CDK's default rules and of cdk-nag. */
const configurations: Record<string, Config> = {
  empty: {},
  'everything set': {
    organization: { id: 'o-ab12cd34ef', rootId: 'r-ab12' },
    targets: ['ou-ab12-cdefgh34'],
    excludedAccounts: ['100000000009'],
    region: 'eu-central-1',
    collectAt: '05:30',
    spreadMinutes: 180,
    retentionDays: 1,
    activateTrustedAccess: false,
    kmsKeyArn: 'arn:aws:kms:eu-central-1:100000000001:key/11111111-2222-3333-4444-555555555555',
    permissionsBoundary: 'team/boundary',
    rolePathPrefix: '/platform/',
    accountDetails: { tags: true, email: true },
    lakeFormation: { analysts: ['arn:aws:iam::100000000001:role/analyst'] },
    quickSight: { principalArns: ['arn:aws:quicksight:us-east-1:100000000001:group/default/security'] },
    tags: { 'cost-center': '42' },
  },
  'data elsewhere': { ...several, dataAccount: data },
  'delegated administrator': {
    ...several,
    deployFrom: 'delegated-administrator',
    delegatedAdministratorAccountId: '100000000002',
    dataAccount: data,
  },
};

describe.each(Object.entries(configurations))('%s', (name, config) => {
  const templates = synthesize(config);
  const all = Object.entries(templates).filter(([key]) => key !== 'memberText') as [
    string,
    Template | undefined,
  ][];
  const stacks = all.filter((entry): entry is [string, Template] => entry[1] !== undefined);

  test('the member template fits a template body with room to spare', () => {
    const bytes = Buffer.byteLength(templates.memberText);
    process.stdout.write(`member template (${name}): ${bytes} of ${maxTemplateBytes} bytes\n`);
    expect(bytes).toBeLessThan(maxTemplateBytes / 2);
  });

  test('the member template needs no bootstrap and no asset', () => {
    expect(templates.member.Rules).toBeUndefined();
    expect(templates.member.Parameters).not.toHaveProperty('BootstrapVersion');
    expect(templates.memberText).not.toMatch(/cdk-|S3Bucket|BootstrapVersion/);
  });

  test('members have only roles without names, so CAPABILITY_IAM suffices', () => {
    for (const role of propertiesOf<object>(templates.member, 'AWS::IAM::Role')) {
      expect(role).not.toHaveProperty('RoleName');
    }
    expect(templates.memberText).not.toContain('ManagedPolicyName');
  });

  test.each(stacks)('%s names no partition', (_, template) => {
    const { kmsKeyArn, lakeFormation, quickSight } = config;
    let text = JSON.stringify(template);
    for (const given of [kmsKeyArn, ...(lakeFormation?.analysts ?? []), ...(quickSight?.principalArns ?? [])])
      text = text.replaceAll(given ?? '-', '');
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
