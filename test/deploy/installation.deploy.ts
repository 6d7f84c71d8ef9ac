import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Config } from '../../lib/config/config';
import { eventsRegion } from '../../lambda/event-notifier/contract';
import {
  accountsKey,
  controlsKey,
  exceptionsKey,
  prefixes,
  reportKey,
  runRecordKey,
} from '../../lambda/report/object-key';
import { stackTemplates } from '../lib/synthesize';
import { management, organization, sandbox } from '../permissions/organization';
import { Account } from './account';
import { Cdk } from './cdk';
import { everythingInOneAccount } from './configurations';
import { startEmulator, type Emulator } from './emulator';
import { endPoison } from './end-poison';
import { story } from './story';

/**
 * The whole life of an installation, as `docs/deploy.md` describes it: it fails and is repaired, collects, is changed, removed and taken
 * back.
 */

const root = join(__dirname, '../..');
const step = story();
let emulator: Emulator;
let cdk: Cdk;
let account: Account;
/** The same account, where the events arise. */
let events: Account;
let bucket = '';

beforeAll(async () => {
  emulator = await startEmulator(organization);
  cdk = new Cdk(emulator, management);
  account = new Account(emulator, management);
  events = new Account(emulator, management, eventsRegion);
});
afterAll(() => emulator.stop());

/** Runs a command that must succeed; its output and the emulator's stand in the failure. */
async function succeed(...command: Parameters<Cdk['run']>): Promise<void> {
  const { code, output } = await cdk.run(...command);
  if (code !== 0) throw new Error(`${output}\n\n${emulator.log()}`);
}

const deploy = ['deploy', '--all', '--require-approval', 'never'];

/** Every option that adds a resource, and another number of days. */
const changed: Config = { ...everythingInOneAccount, retentionDays: 30 };

const sqlFiles = (kind: string) =>
  readdirSync(join(root, 'athena-ddl', kind), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFileSync(join(root, 'athena-ddl', kind, file), 'utf8').trim());

/** Texts of the statements that were carried out, each once. */
const statements = (statement: string) => [
  ...new Set(
    emulator
      .recorded('statement')
      .filter((one) => one['statement'] === statement)
      .map(({ sql }) => String(sql).trim()),
  ),
];

const begun = Object.keys(stackTemplates({}));
const statuses = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await account.stacks()).map(({ name, status }) => [name, status]));

async function bucketName(): Promise<string> {
  const resources = (await account.stacks()).flatMap((stack) => stack.resources);
  const buckets = resources.filter(({ ResourceType }) => ResourceType === 'AWS::S3::Bucket');
  expect(buckets).toHaveLength(1);
  return buckets[0]?.PhysicalResourceId ?? '';
}

/** Deploys while a resource fails; any other trouble is a failure of the test. */
async function failAt(stack: string, type: string, config?: Config): Promise<void> {
  emulator.failAt([[stack, type]]);
  const { code, output } = await cdk.run(deploy, config);
  emulator.failAt([]);
  expect({ code, planted: output.includes('planted failure'), output }).toMatchObject({
    code: 1,
    planted: true,
  });
}

step('cdk bootstrap', () => succeed(['bootstrap']));

// In the order in which they are deployed: each time those before it are whole.
for (const stack of begun) {
  step(`the first deployment fails at the last resource of ${stack}`, async () => {
    await failAt(stack, 'last');
    expect(await statuses()).toMatchObject({ [stack]: 'ROLLBACK_COMPLETE' });
    // It failed after something was written, which a bucket of that stack would not survive.
    if (stack === 'CredentialReportData')
      expect(await account.keys(await bucketName())).toEqual([controlsKey, exceptionsKey]);
  });
}

step('the same command again repairs it', async () => {
  await succeed(deploy);
  expect(await statuses()).toEqual(Object.fromEntries(begun.map((stack) => [stack, 'CREATE_COMPLETE'])));
  expect(emulator.recorded('refused statement')).toEqual([]);
  // Once is enough, and more would do no harm.
  expect(emulator.recorded('trusted access')).toHaveLength(1);
});

step('every table and every view was made', () => {
  expect(statements('CREATE VIEW').sort()).toEqual(sqlFiles('views').sort());
  const tables = statements('CREATE TABLE');
  expect(tables).toHaveLength(sqlFiles('tables').length);
  const placeholders = tables.flatMap((sql) => sql.match(/\$\{(?!dt\})[^}]*\}/g) ?? []);
  expect(placeholders).toEqual([]);
  return Promise.resolve();
});

step('the exceptions and the thresholds lie in the bucket', async () => {
  bucket = await bucketName();
  const stored = await account.text(bucket, exceptionsKey);
  expect(stored).toBe(readFileSync(join(root, 'exceptions.csv'), 'utf8'));
  expect(await account.text(bucket, controlsKey)).toBe(readFileSync(join(root, 'controls.csv'), 'utf8'));
});

step('the accounts are listed, with their units', async () => {
  expect(await account.invoke('accounts')).toBeUndefined();
  const lines = (await account.text(bucket, accountsKey(new Date()))).trim().split('\n');
  const listed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(
    listed.map((one) => [one['account_id'], one['account_name'], one['ou_path'], one['expected']]),
  ).toEqual(
    organization.accounts.map(({ id, name, parentId }) => [
      id,
      name,
      parentId === organization.rootId ? 'Root' : 'Root/Prod',
      true,
    ]),
  );
});

/** The account's report and run record of today are in the bucket, under its name. */
async function reported(accountId: string): Promise<void> {
  const name = organization.accounts.find(({ id }) => id === accountId)?.name ?? '';
  const run = JSON.parse(await account.text(bucket, runRecordKey(new Date(), accountId))) as object;
  expect(run).toMatchObject({ status: 'collected', account_id: accountId, account_name: name, warnings: [] });
  const report = await account.text(bucket, reportKey(new Date(), accountId, name));
  expect(report).toContain(`\n<root_account>,arn:aws:iam::${accountId}:root,`);
}

step('the management account collects its own report', async () => {
  expect(await account.invoke('collector')).toBeUndefined();
  await reported(management);
});

step('a member with the stack of the StackSet hands in its report', async () => {
  const stackSet = emulator
    .recorded('resource')
    .filter(({ type }) => type === 'AWS::CloudFormation::StackSet')
    .at(-1);
  const { TemplateBody, Parameters } = stackSet?.['properties'] as {
    TemplateBody: string;
    Parameters: { ParameterKey: string; ParameterValue: string }[];
  };
  const member = new Account(emulator, sandbox);
  await member.createStack('StackSet-CredentialReportCollector', TemplateBody, Parameters);
  expect(await member.invoke('collector')).toBeUndefined();
  await reported(sandbox);
});

step('a second run of the same day leaves everything as it is', async () => {
  const before = await account.keys(bucket);
  expect(await new Account(emulator, sandbox).invoke('collector')).toBeUndefined();
  expect(await account.keys(bucket)).toEqual(before);
  expect(before.filter((key) => key.startsWith(`${prefixes.reports}/`))).toHaveLength(2);
});

step('a poisoned day is ended as the runbook says, and nothing else can be deleted', async () => {
  const keys = await account.keys(bucket);
  const poison = reportKey(new Date('2026-11-01'), sandbox, 'poison');
  const s3 = await account.administratorsS3();
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: poison, Body: 'x', IfNoneMatch: '*' }));
  const remove = (key: string) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  await expect(remove(poison)).rejects.toMatchObject({ name: 'AccessDenied' });
  await endPoison(s3, bucket, poison);
  expect(await account.keys(bucket)).toEqual(keys);
  await expect(remove(exceptionsKey)).rejects.toMatchObject({ name: 'AccessDenied' });
});

/** The day with which the newest statement about a table lets its partitions begin. */
const begins = (table: string) =>
  emulator
    .recorded('statement')
    .filter(({ statement, name }) => statement === 'CREATE TABLE' && name === table)
    .map(({ sql }) => /NOW-\d+DAYS/.exec(String(sql))?.[0])
    .at(-1);

step('an update that fails leaves what there was', async () => {
  const keys = await account.keys(bucket);
  // The data source of QuickSight comes after the tables.
  await failAt('CredentialReportData', 'AWS::QuickSight::DataSource', changed);
  expect(await statuses()).toMatchObject({ CredentialReportData: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(begins('credential_report')).toBe('NOW-400DAYS');
  expect(await account.keys(bucket)).toEqual(keys);
  expect(await account.invoke('accounts')).toBeUndefined();
});

step('and the same command again carries it out', async () => {
  const keys = await account.keys(bucket);
  await succeed(deploy, changed);
  const stacks = [...(await account.stacks()), ...(await events.stacks())];
  expect(stacks.filter(({ status }) => !/^(CREATE|UPDATE)_COMPLETE$/.test(status))).toEqual([]);
  expect(begins('credential_report')).toBe('NOW-30DAYS');
  expect(await account.keys(bucket)).toEqual(keys);
});

step('cdk destroy --all leaves the bucket with all that it holds, and nothing else', async () => {
  const keys = await account.keys(bucket);
  await succeed(['destroy', '--all', '--force'], changed);
  expect([...(await account.stacks()), ...(await events.stacks())]).toEqual([]);
  expect(await account.keys(bucket)).toEqual(keys);
  expect(await account.roles('/credential-report/')).toEqual([]);
});

step('installed again, it takes the bucket back', async () => {
  const keys = await account.keys(bucket);
  await succeed([...deploy, '--import-existing-resources']);
  expect(await account.keys(bucket)).toEqual(keys);
  expect(await account.invoke('accounts')).toBeUndefined();
});
