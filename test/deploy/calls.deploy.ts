import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSeveralAccounts, install } from '../permissions/installation';
import { runEverything } from '../permissions/run-everything';
import { modelProblems, type Call } from './model-problems';

/** Every call that the functions make, and what CloudFormation hands to QuickSight, against AWS's own models. */

const installation = install(inSeveralAccounts);

test('the functions ask for nothing that the models do not know', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'calls-'));
  const file = join(folder, 'calls.jsonl');
  try {
    const outcome = await runEverything(installation, {
      NODE_OPTIONS: `--require ${join(__dirname, 'record-calls.js')}`,
      CALLS: file,
    });
    rmSync(outcome.folder, { recursive: true });
    const calls = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Call);
    expect(new Set(calls.map(({ service }) => service)).size).toBeGreaterThan(7);
    expect(await modelProblems(calls)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** CloudFormation has its own word of time zones, and its own wait for the first ingestion. */
function asApi({ IngestionWaitPolicy: _, ...properties }: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify(properties).replaceAll('"TimeZone":', '"Timezone":'));
}

test("QuickSight's definitions are what its API takes", async () => {
  const kinds = ['DataSource', 'DataSet', 'RefreshSchedule', 'Dashboard'];
  const calls = installation.estate.resources.flatMap(({ Type, Properties = {} }): Call[] => {
    const kind = kinds.find((one) => Type === `AWS::QuickSight::${one}`);
    return kind === undefined
      ? []
      : [{ service: 'QuickSight', operation: `Create${kind}`, input: asApi(Properties) }];
  });
  expect(new Set(calls.map(({ operation }) => operation)).size).toBe(kinds.length);
  expect(await modelProblems(calls)).toEqual([]);
});

test('the models refuse what they do not know', async () => {
  expect(
    await modelProblems([
      { service: 'S3', operation: 'PutObject', input: { Bucket: 'reports', Keys: 'a' } },
      { service: 'IAM', operation: 'ListUsers', input: { MaxItems: 0 } },
      {
        service: 'QuickSight',
        operation: 'DescribeDashboard',
        input: { AwsAccountId: '1', DashboardId: 'x' },
      },
      { service: 'CloudFormation', operation: 'DescribeOrganizationsAccess', input: { CallAs: 'ROOT' } },
    ]),
  ).toHaveLength(4);
});
