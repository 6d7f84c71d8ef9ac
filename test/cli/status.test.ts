import { rmSync } from 'node:fs';
import { accountsKey, reportKey, runRecordKey } from '../../lambda/report/object-key';
import { cloudFormationService, type StackInstance } from '../../local/organization/cloudformation/service';
import { longAfter, report } from '../local/athena/stored-objects';
import { management, startDeployed, workGroupOver } from './deployed-organization';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const ids = [1, 2, 3, 4, 5, 6, 7].map((last) => String(100000000000 + last));
const day = new Date('2026-11-22');
const [, , , fourth = '', fifth = '', sixth = '', seventh = ''] = ids;
const listed = (accounts: readonly string[]) =>
  accounts
    .map((account_id) => ({
      account_id,
      account_name: 'A',
      expected: true,
      joined_at: '2024-02-01T00:00:00Z',
    }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
const runOf = (account: string, fields: object) => ({
  [runRecordKey(day, account)]: `${JSON.stringify({
    ...{ account_id: account, status: 'collected', collector_version: '0.2.0-1a2b3c', ...fields },
  })}\n`,
});

let data: string;
let whole: string;
beforeAll(() => {
  const collected = ids.slice(0, 3);
  const reports = Object.fromEntries(
    collected.map((id) => [reportKey(day, id, 'A'), report(id, { user: 'anna' })]),
  );
  const runs = Object.assign({}, ...collected.map((id) => runOf(id, {}))) as Record<string, string>;
  whole = writeBucket({ ...reports, ...runs, [accountsKey(day)]: listed(collected) });
  data = writeBucket({
    ...reports,
    ...runs,
    ...runOf(fourth, { status: 'failed', error: { name: 'AccessDenied', message: 'no' } }),
    [accountsKey(day)]: listed(ids),
  });
  Object.assign(process.env, ownMachineHidden);
});
afterAll(() => [data, whole].forEach((folder) => rmSync(folder, { recursive: true })));

const start = (instances: readonly StackInstance[] | undefined, caller = management) =>
  startDeployed({
    ids,
    caller,
    services: [
      cloudFormationService({
        trustedAccess: true,
        ...(instances === undefined ? {} : { stackSets: { CredentialReportCollector: instances } }),
      }),
      workGroupOver(whole, longAfter),
    ],
  });

const current = (accountId: string): StackInstance => ({ accountId, status: 'CURRENT' });
const status = (...words: string[]) =>
  runCommand(['status', '--format', 'csv', ...words], {
    now: () => new Date('2026-11-23T01:00:00Z'),
    sleep: () => Promise.resolve(),
  });

test('where everything is current the deployed workgroup and the StackSet say so', async () => {
  await start(ids.slice(0, 3).map(current));
  const { code, out, err } = await status();
  expect(out).toBe(
    `part,state,accounts,among them,reason\nstack,CURRENT,3,"",""\nreport of 2026-11-22,"collected, collector 0.2.0-1a2b3c",3,"",""\n`,
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('what is not current is named with its reason, alike together', async () => {
  const failed = { status: 'OUTDATED', detailedStatus: 'FAILED', reason: 'a policy denies it' } as const;
  await start([
    ...ids.slice(0, 2).map(current),
    { ...current(sixth), drift: 'DRIFTED' },
    ...[seventh, fourth].map((accountId) => ({ accountId, ...failed })),
  ]);
  const { code, out } = await status('--data', data);
  expect(out.split('\n').slice(1, -1)).toEqual([
    'stack,CURRENT,2,"",""',
    `stack,"OUTDATED, FAILED",2,"${fourth}, ${seventh}",a policy denies it`,
    `stack,"CURRENT, DRIFTED",1,${sixth},""`,
    'report of 2026-11-22,"collected, collector 0.2.0-1a2b3c",3,"",""',
    `report of 2026-11-22,"failed, collector 0.2.0-1a2b3c",1,${fourth},AccessDenied: no`,
    `report of 2026-11-22,missing,3,"${fifth}, ${sixth}, ${seventh}",""`,
  ]);
  expect(code).toBe(2);
});

test('one part that cannot be asked leaves the other, and is no good news', async () => {
  await start(undefined);
  const { code, out, err } = await status('--data', whole);
  expect(out).toContain('"collected, collector 0.2.0-1a2b3c",3');
  expect(err).toContain(
    'not known: CloudFormation shows no StackSet CredentialReportCollector to this account and region: it is not deployed, or another account deployed it\n',
  );
  expect(code).toBe(2);
  await start(ids.map(current), seventh);
  const member = await status('--data', '/nowhere');
  expect(member.err).toMatch(/not known: listing the instances .*ValidationError: .*delegated administrator/);
  expect(member.err).toContain('not known: cannot open /nowhere');
  expect(member.code).toBe(2);
});

test('without a list of accounts nobody knows who is silent', async () => {
  await start([]);
  const unlisted = writeBucket({ [reportKey(day, management, 'A')]: report(management, { user: 'anna' }) });
  const { code, out } = await status('--data', unlisted);
  rmSync(unlisted, { recursive: true });
  expect(out).toContain(
    'report of 2026-11-22,missing,0,"",no list of accounts on this day or the 7 days before',
  );
  expect(code).toBe(2);
});

test('a folder and a workgroup are not asked at the same time', async () => {
  const { code, err } = await status('--data', data, '--athena', 'analysts');
  expect(code).toBe(1);
  expect(err).toContain("option '--data <folder>' cannot be used with option '--athena <workgroup>'");
});
