import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CredentialReportExpiredException,
  CredentialReportNotPresentException,
  CredentialReportNotReadyException,
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  LimitExceededException,
  ListUsersCommand,
  ServiceFailureException,
} from '@aws-sdk/client-iam';
import type { Fault, OrganizationData } from '../../../local/organization';
import { failure, member, smallOrganization, start } from './small-organization';

const recorded = path.join(__dirname, '../../fixtures/credential-reports');
const generate = new GenerateCredentialReportCommand({});
const get = new GetCredentialReportCommand({});

/** The small organization with something changed about the member. */
function withMember(change: object): OrganizationData {
  const accounts = smallOrganization.accounts.map((one) => (one.id === member ? { ...one, ...change } : one));
  return { ...smallOrganization, accounts };
}

test('the states of a report, through the SDK, as the clock goes on', async () => {
  const { clock, clients } = await start();
  const { iam } = clients(member);
  await expect(iam.send(get)).rejects.toBeInstanceOf(CredentialReportNotPresentException);
  expect(await iam.send(generate)).toMatchObject({
    State: 'STARTED',
    Description: 'No report exists. Starting a new report generation task',
  });
  clock.advance(1);
  await expect(iam.send(get)).rejects.toBeInstanceOf(CredentialReportNotReadyException);
  expect((await iam.send(generate)).State).toBe('INPROGRESS');
  clock.advance(1);
  const complete = await iam.send(generate);
  expect(complete.State).toBe('COMPLETE');
  expect(complete.Description).toBeUndefined();
  const first = await iam.send(get);
  expect(first.GeneratedTime).toEqual(new Date('2026-11-22T06:00:02Z'));

  clock.set('2026-11-22T10:00:01Z');
  expect((await iam.send(generate)).State).toBe('COMPLETE');
  expect(await iam.send(get)).toMatchObject({ Content: first.Content, GeneratedTime: first.GeneratedTime });

  clock.set('2026-11-22T10:00:02Z');
  await expect(iam.send(get)).rejects.toBeInstanceOf(CredentialReportExpiredException);
  expect((await iam.send(generate)).State).toBe('STARTED');
  await expect(iam.send(get)).rejects.toBeInstanceOf(CredentialReportNotReadyException);
  clock.advance(2);
  expect((await iam.send(get)).GeneratedTime).toEqual(new Date('2026-11-22T10:00:04Z'));
});

test('the report tells what held when it was finished, not when it was asked for', async () => {
  const users = [
    { name: 'early', createdAt: '2026-11-22T06:00:02Z' },
    { name: 'late', createdAt: '2026-11-22T06:00:03Z' },
  ];
  const { clock, clients } = await start({ organization: withMember({ users }) });
  const { iam } = clients(member);
  await iam.send(generate);
  clock.advance(3600);
  const text = Buffer.from((await iam.send(get)).Content ?? []).toString('utf8');
  expect(
    text
      .split('\n')
      .slice(2)
      .map((row) => row.split(',')[0]),
  ).toEqual(['early']);
});

const files = [
  'live-2026-09-11.csv',
  'recorded-2017-02-22.csv',
  'recorded-2019-root-key-active.csv',
  'uppercase-booleans.csv',
];
test.each(files)('the recorded report %s comes out byte for byte', async (file) => {
  const source = path.join(recorded, file);
  const { clock, clients } = await start({
    organization: withMember({ recordedReport: source }),
  });
  const { iam } = clients(member);
  await iam.send(generate);
  clock.advance(2);
  expect(Buffer.from((await iam.send(get)).Content ?? [])).toEqual(readFileSync(source));
});

test('recorded bytes, even broken ones, may differ by day', async () => {
  const recordedReport = [
    { at: '2026-11-22T00:00:00Z', to: Buffer.from([0xff, 0x00, 0x0a]) },
    { at: '2026-11-23T00:00:00Z', to: Buffer.alloc(0) },
  ];
  const { clock, clients } = await start({ organization: withMember({ recordedReport }) });
  const { iam } = clients(member);
  const contents = [];
  for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) {
    clock.set(`${day}T06:00:00Z`);
    await iam.send(generate);
    clock.advance(2);
    contents.push(Buffer.from((await iam.send(get)).Content ?? []));
  }
  expect(contents[0]?.toString('utf8')).toMatch(/^user,arn,.*\n<root_account>,/);
  expect(contents.slice(1)).toEqual([Buffer.from([0xff, 0x00, 0x0a]), Buffer.alloc(0)]);
});

const errors: [string, Omit<Fault, 'action'>, 'generate' | 'get', object, string][] = [
  [
    'no capacity',
    { kind: 'limit-exceeded' },
    'generate',
    { name: LimitExceededException.name, status: 409 },
    'No more capacity to launch new report generation tasks',
  ],
  ['throttling', { kind: 'throttling' }, 'generate', { name: 'Throttling', status: 400 }, 'Rate exceeded'],
  ['throttling', { kind: 'throttling' }, 'get', { name: 'Throttling', status: 400 }, 'Rate exceeded'],
  [
    'a failing service',
    { kind: 'server-error' },
    'get',
    { name: ServiceFailureException.name, status: 500 },
    '',
  ],
  [
    'a missing permission',
    { kind: 'access-denied' },
    'get',
    { name: 'AccessDenied', status: 403 },
    'iam:GetCredentialReport',
  ],
  [
    'a report in the making',
    { kind: 'in-progress' },
    'get',
    { name: CredentialReportNotReadyException.name, status: 404 },
    'Unknown',
  ],
  [
    'a given error',
    { kind: 'error', error: { code: 'ReportExpired', status: 410, message: 'so it is' } },
    'get',
    { name: CredentialReportExpiredException.name, status: 410 },
    'so it is',
  ],
];
test.each(errors)('%s (%o) is raised by %s as %o', async (_name, fault, which, expected, message) => {
  const action = which === 'generate' ? 'iam:GenerateCredentialReport' : 'iam:GetCredentialReport';
  const { clients } = await start({ faults: [{ action, ...fault }] });
  const { iam } = clients(member);
  const failed = await failure(which === 'generate' ? iam.send(generate) : iam.send(get));
  expect(failed).toMatchObject(expected);
  expect(failed.message).toContain(message);
});

test('a planted INPROGRESS is an answer, and starts nothing', async () => {
  const fault: Fault = { action: 'iam:GenerateCredentialReport', kind: 'in-progress', times: 1 };
  const { clients } = await start({ faults: [fault] });
  const { iam } = clients(member);
  expect((await iam.send(generate)).State).toBe('INPROGRESS');
  expect((await iam.send(generate)).State).toBe('STARTED');
});

test('other calls and parameters are not emulated, and say so by name', async () => {
  const { clients } = await start();
  const { iam } = clients(member);
  expect(await failure(iam.send(new ListUsersCommand({})))).toEqual({
    name: 'NotImplemented',
    status: 501,
    message: 'the embedded organization does not emulate iam:ListUsers',
  });
});
