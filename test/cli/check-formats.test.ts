import '@microsoft/jest-sarif';
import { rmSync } from 'node:fs';
import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { Log } from 'sarif';
import { version } from '../../package.json';
import { accountsKey, reportKey } from '../../lambda/report/object-key';
import { report } from '../local/athena/stored-objects';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const id = '100000000007';
const days = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => new Date(day));
const today = new Date('2026-11-22');
const listed = ['100000000007', '100000000008'].map((account_id) =>
  JSON.stringify({
    account_id,
    account_name: '=Web & "Shop"',
    expected: true,
    joined_at: '2024-02-01T00:00:00Z',
    ou_path: 'Root/Prod',
    owner: 'web@example.com',
  }),
);
/** A root user without MFA, and a key that is not rotated since the second day of three. */
const root = { user: '<root_account>', password_enabled: 'true', mfa_active: 'false' };
const bot = {
  user: 'bot',
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2026-08-22T00:00:00Z',
  access_key_1_last_used_date: '2026-11-20T00:00:00Z',
};

let data: string;
beforeAll(() => {
  data = writeBucket({
    ...Object.fromEntries(days.map((day) => [reportKey(day, id, '=Web & "Shop"'), report(id, root, bot)])),
    [accountsKey(today)]: `${listed.join('\n')}\n`,
  });
});
afterAll(() => rmSync(data, { recursive: true }));

const check = (...words: string[]) =>
  runCommand(['check', '--data', data, '--fail-on', 'medium', ...words], {
    now: () => new Date('2026-11-23T01:00:00Z'),
  });

test('SARIF fits its schema, and knows a finding of yesterday again', async () => {
  const { code, out, err } = await check('--format', 'sarif');
  expect(code).toBe(2);
  expect(err).toContain('failed: 2 open findings of severity critical, high, medium\n');
  const log = JSON.parse(out) as Log;
  expect(log).toBeValidSarifLog();
  const [run] = log.runs;
  expect(run?.tool.driver).toMatchObject({ name: 'credential-report-collector', semanticVersion: version });
  expect(run?.tool.driver.rules).toHaveLength(18);
  expect(run?.results?.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['root-mfa', 'error'],
    ['key-rotation', 'warning'],
  ]);
  for (const { ruleId, ruleIndex = -1 } of run?.results ?? [])
    expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
  // Nobody takes silence for a pass.
  expect(run?.invocations?.[0]?.toolExecutionNotifications).toEqual([
    { level: 'error', message: { text: '1 account without a report' } },
  ]);
  expect(run?.results?.[1]).toMatchObject({
    message: {
      text: 'bot in =Web & "Shop" (100000000007): access key 1 last rotated 2026-08-22, 92 days before the report',
    },
    locations: [
      {
        logicalLocations: [
          { fullyQualifiedName: id },
          { fullyQualifiedName: `arn:aws:iam::${id}:user/bot` },
          { fullyQualifiedName: `arn:aws:iam::${id}:user/bot/access_key_1` },
        ],
      },
    ],
    properties: { unit: 'Root/Prod', firstSeen: '2026-11-21', reportDate: '2026-11-22' },
  });
  const before = JSON.parse((await check('--format', 'sarif', '--as-of', '2026-11-21')).out) as Log;
  const prints = ({ runs }: Log) => runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
  expect(prints(before)).toEqual(prints(log));
  expect(new Set(prints(log)?.map((each) => each?.['findingId/v1'])).size).toBe(2);
});

test('ASFF is what BatchImportFindings takes, each finding in its own account', async () => {
  const { code, out } = await check('--format', 'asff', '--region', 'eu-central-1');
  expect(code).toBe(2);
  const [ofRoot, ofBot] = JSON.parse(out) as AwsSecurityFinding[];
  expect(ofRoot?.Resources).toEqual([{ Type: 'AwsAccount', Id: `AWS::::Account:${id}`, Partition: 'aws' }]);
  const severity = { Label: 'MEDIUM' };
  const types = ['Software and Configuration Checks/AWS Security Best Practices'];
  expect(ofBot).toEqual({
    SchemaVersion: '2018-10-08',
    Id: `credential-report-collector/${id}/key-rotation/bot/access_key_1`,
    ProductArn: `arn:aws:securityhub:eu-central-1:${id}:product/${id}/default`,
    ProductName: 'credential-report-collector',
    CompanyName: 'credential-report-collector',
    GeneratorId: 'credential-report-collector/key-rotation',
    AwsAccountId: id,
    Types: types,
    FirstObservedAt: '2026-11-21T00:00:00Z',
    LastObservedAt: '2026-11-22T00:00:00Z',
    CreatedAt: '2026-11-21T00:00:00Z',
    UpdatedAt: '2026-11-23T01:00:00.000Z',
    Severity: severity,
    FindingProviderFields: { Severity: severity, Types: types },
    Title: 'key-rotation: bot in =Web & "Shop"',
    Description:
      'Active access keys are rotated within 90 days. access key 1 last rotated 2026-08-22, 92 days before the report. A key lies in files, images and logs, and each copy works until it is deleted: the older, the more of them.',
    Remediation: {
      Recommendation: {
        Text: expect.stringMatching(/^Replace the key by a role /) as string,
        Url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
      },
    },
    ProductFields: {
      'credential-report-collector/account_id': id,
      'credential-report-collector/account_name': '=Web & "Shop"',
      'credential-report-collector/ou_path': 'Root/Prod',
      'credential-report-collector/credential': 'access_key_1',
      'credential-report-collector/status': 'open',
    },
    Resources: [
      {
        Type: 'AwsIamUser',
        Id: `arn:aws:iam::${id}:user/bot`,
        Partition: 'aws',
        Details: { AwsIamUser: { UserName: 'bot' } },
      },
    ],
    Compliance: {
      Status: 'FAILED',
      RelatedRequirements: [
        'CIS AWS Foundations Benchmark v7.0.0/2.12',
        'CIS AWS Foundations Benchmark v6.0.0/2.13',
        'CIS AWS Foundations Benchmark v5.0.0/1.13',
        'CIS AWS Foundations Benchmark v3.0.0/1.14',
      ],
    },
    Workflow: { Status: 'NEW' },
    RecordState: 'ACTIVE',
  });
});

test('ASFF names a region, which comes from the environment where no option does', async () => {
  const { code, err } = await check('--format', 'asff');
  expect({ code, err }).toEqual({
    code: 1,
    err: 'error: --format asff needs a region: give --region or set AWS_REGION\n',
  });
  const { out } = await runCommand(['check', '--data', data, '--format', 'asff'], {
    environment: { AWS_REGION: 'us-west-2' },
  });
  const [ofRoot] = JSON.parse(out) as AwsSecurityFinding[];
  expect(ofRoot?.ProductArn).toBe(`arn:aws:securityhub:us-west-2:${id}:product/${id}/default`);
});

test('OCSF has Compliance Findings of 1.6.0', async () => {
  const { code, out } = await check('--format', 'ocsf');
  expect(code).toBe(2);
  const events = JSON.parse(out) as { finding_info: { uid: string } }[];
  expect(events).toHaveLength(2);
  expect(events[1]).toMatchObject({
    category_uid: 2,
    class_uid: 2003,
    // The class and the activity, as the schema counts.
    type_uid: 2003 * 100 + 1,
    activity_id: 1,
    severity_id: 3,
    status_id: 1,
    time: Date.parse('2026-11-23T01:00:00Z'),
    metadata: {
      version: '1.6.0',
      profiles: ['cloud'],
      product: { name: 'credential-report-collector', version },
    },
    finding_info: {
      uid: `credential-report-collector/${id}/key-rotation/bot/access_key_1`,
      first_seen_time: Date.parse('2026-11-21'),
      last_seen_time: Date.parse('2026-11-22'),
      analytic: { type_id: 1, uid: 'key-rotation' },
    },
    compliance: { control: 'key-rotation', status_id: 3, status: 'Fail' },
    remediation: { references: [expect.stringContaining('id-credentials-access-keys-update')] },
    resources: [{ uid: `arn:aws:iam::${id}:user/bot`, name: 'bot' }],
    cloud: { provider: 'AWS', account: { uid: id, name: '=Web & "Shop"', type_id: 10 } },
  });
});
