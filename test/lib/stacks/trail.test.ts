import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unpackDdl } from '../../../lambda/apply-ddl/contract';
import type { Config } from '../../../lib/config/config';
import { propertiesOf, stackTemplates, synthesizedStacks, type Template } from '../synthesize';

const keyArn = 'arn:aws:kms:eu-west-1:100000000006:key/11111111-2222-3333-4444-555555555555';
const trail = {
  account: '100000000006',
  region: 'eu-west-1',
  bucket: 'anycompany-trail',
  prefix: 'logs',
  organizationId: 'o-ab12cd34ef',
  regions: ['eu-central-1', 'us-east-1'],
  keyArn,
};

const templateOf = (config: Config): Template => {
  const template = stackTemplates(config)['CredentialReportTrail'];
  if (template === undefined) throw new Error('there is no stack CredentialReportTrail');
  return template;
};
const template = templateOf({ trail });

/** The text of a value with its pseudo parameters. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::Join': join } = value as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
  return join === undefined ? `<${Ref}>` : join[1].map(text).join(join[0]);
}

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}
const statementsOf = (type: string) =>
  propertiesOf<{ PolicyDocument: { Statement: Statement[] } }>(template, type).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );
const resourcesFor = (type: string, action: string) =>
  statementsOf(type)
    .filter(({ Action }) => [Action].flat().includes(action))
    .flatMap(({ Resource }) => [Resource].flat().map(text));

const sqlFilesOf = (folder: string) =>
  readdirSync(join(__dirname, '../../..', folder))
    .filter((file) => file.endsWith('.sql'))
    .sort();

test('without the option there is no such stack', () => {
  expect(Object.keys(stackTemplates({}))).not.toContain('CredentialReportTrail');
});

test('stands in the account of the bucket, by itself', () => {
  expect(synthesizedStacks({ trail }).find(({ name }) => name === 'CredentialReportTrail')).toMatchObject({
    account: '100000000006',
    region: 'eu-west-1',
    after: [],
  });
});

test('the table lies over the folders of the trail, and views come in the order of reading', () => {
  const [properties = {}] = propertiesOf<Record<string, unknown>>(template, 'Custom::AthenaDdl');
  const { Tables, Views, ...others } = unpackDdl(properties);
  expect(others).toEqual({
    WorkGroup: 'credential-report-trail',
    Database: 'credential_report_trail',
    Placeholders: {
      trail: 's3://anycompany-trail/logs/AWSLogs/o-ab12cd34ef',
      regions: 'eu-central-1,us-east-1',
      retentionDays: '400',
    },
  });
  expect(Tables.map(({ name }) => name)).toEqual(['cloudtrail_event']);
  // What every other view of the folder is a step of.
  expect(Views.at(-1)?.name).toBe('credential_use');
  expect([...Tables, ...Views].map(({ name }) => `${name}.sql`).sort()).toEqual(
    sqlFilesOf('athena-ddl/trail'),
  );
  const placeholders = [...(Tables[0]?.sql ?? '').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  // Those of the projection are Athena's own.
  expect(new Set(placeholders)).toEqual(
    new Set([...Object.keys(others.Placeholders), 'account', 'region', 'dt']),
  );
});

test.each<[name: string, options: object, location: string]>([
  [
    "Control Tower's, with the id in front once more",
    { prefix: 'o-ab12cd34ef' },
    'o-ab12cd34ef/AWSLogs/o-ab12cd34ef',
  ],
  ['a trail without a prefix', { prefix: undefined }, 'AWSLogs/o-ab12cd34ef'],
  ['a trail of one account', { prefix: undefined, organizationId: undefined }, 'AWSLogs'],
])('%s', (_name, options, location) => {
  const other = templateOf({ trail: { ...trail, ...options } });
  const [properties = {}] = propertiesOf<Record<string, unknown>>(other, 'Custom::AthenaDdl');
  expect(unpackDdl(properties).Placeholders).toMatchObject({ trail: `s3://anycompany-trail/${location}` });
  expect(JSON.stringify(other)).toContain(`:s3:::anycompany-trail/${location}/*`);
});

test('a query is stopped that reads too much, and answers need no bucket', () => {
  expect(propertiesOf(template, 'AWS::Athena::WorkGroup')).toMatchObject([
    {
      RecursiveDeleteOption: true,
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: 200 * 1024 ** 3,
        ManagedQueryResultsConfiguration: { Enabled: true },
      },
    },
  ]);
  expect(propertiesOf(template, 'AWS::S3::Bucket')).toEqual([]);
  expect(propertiesOf(template, 'AWS::S3::BucketPolicy')).toEqual([]);
});

test('who may ask reads files of the trail and nothing else of the bucket', () => {
  const analyst = 'AWS::IAM::ManagedPolicy';
  expect(resourcesFor(analyst, 's3:GetObject')).toEqual([
    'arn:<AWS::Partition>:s3:::anycompany-trail/logs/AWSLogs/o-ab12cd34ef/*',
  ]);
  expect(statementsOf(analyst).filter(({ Action }) => Action === 's3:ListBucket')).toMatchObject([
    { Condition: { StringLike: { 's3:prefix': 'logs/AWSLogs/o-ab12cd34ef/*' } } },
  ]);
  expect(resourcesFor(analyst, 'kms:Decrypt')).toEqual([keyArn]);
  expect(resourcesFor(analyst, 'athena:GetQueryResultsStream')).toEqual([
    'arn:<AWS::Partition>:athena:eu-west-1:100000000006:workgroup/credential-report-trail',
  ]);
  const actions = statementsOf(analyst).flatMap(({ Action }) => [Action].flat());
  expect(actions.filter((action) => /Put|Update|Delete|kms:Generate/.test(action))).toEqual([]);
  expect(actions.filter((action) => /Create/.test(action))).toEqual(['glue:CreateDatabase']);
});

test('who makes the table reads no event', () => {
  expect(resourcesFor('AWS::IAM::Policy', 's3:ListBucket')).toEqual([
    'arn:<AWS::Partition>:s3:::anycompany-trail',
  ]);
  for (const action of ['s3:GetObject', 'kms:Decrypt', 'athena:GetQueryResults'])
    expect(resourcesFor('AWS::IAM::Policy', action)).toEqual([]);
});

test('needs no bootstrap and no asset', () => {
  expect(template.Parameters ?? {}).not.toHaveProperty('BootstrapVersion');
  expect(JSON.stringify(template)).not.toMatch(/cdk-hnb659fds/);
  // CloudFormation takes a template body of so many bytes.
  expect(Buffer.byteLength(JSON.stringify(template, null, 1))).toBeLessThan(51_200);
});

test('the questions of the folder are saved in the workgroup', () => {
  const queries = propertiesOf<{ Name: string; QueryString: string; WorkGroup: unknown }>(
    template,
    'AWS::Athena::NamedQuery',
  );
  expect(queries.map(({ Name }) => `${Name}.sql`).sort()).toEqual(sqlFilesOf('athena-ddl/trail/queries'));
  expect(new Set(queries.map(({ WorkGroup }) => text(WorkGroup))).size).toBe(1);
  for (const { QueryString } of queries) expect(QueryString).toMatch(/^-- .*\nSELECT\n/);
});
