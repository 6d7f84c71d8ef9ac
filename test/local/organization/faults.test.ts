import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { GetCredentialReportCommand } from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Fault } from '../../../local/organization';
import { bucket, failure, management, member, start } from './small-organization';

type Clients = ReturnType<Awaited<ReturnType<typeof start>>['clients']>;
const calls: Record<string, (of: Clients) => Promise<unknown>> = {
  'iam:GetCredentialReport': ({ iam }) => iam.send(new GetCredentialReportCommand({})),
  'sts:GetCallerIdentity': ({ sts }) => sts.send(new GetCallerIdentityCommand({})),
  'organizations:DescribeOrganization': (of) => of.organizations.send(new DescribeOrganizationCommand({})),
  's3:PutObject': ({ s3 }) => s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'k', Body: 'x' })),
};
const call = (action: string, of: Clients) => Promise.resolve(calls[action]?.(of));

const shapes: [string, Fault['kind'], string, number][] = [
  ['iam:GetCredentialReport', 'throttling', 'Throttling', 400],
  ['sts:GetCallerIdentity', 'throttling', 'Throttling', 400],
  ['organizations:DescribeOrganization', 'throttling', 'TooManyRequestsException', 400],
  ['s3:PutObject', 'throttling', 'SlowDown', 503],
  ['iam:GetCredentialReport', 'server-error', 'ServiceFailureException', 500],
  ['sts:GetCallerIdentity', 'server-error', 'InternalFailure', 500],
  ['organizations:DescribeOrganization', 'server-error', 'ServiceException', 500],
  ['s3:PutObject', 'server-error', 'InternalError', 500],
  ['iam:GetCredentialReport', 'access-denied', 'AccessDenied', 403],
  ['sts:GetCallerIdentity', 'access-denied', 'AccessDenied', 403],
  ['organizations:DescribeOrganization', 'access-denied', 'AccessDeniedException', 400],
  ['s3:PutObject', 'access-denied', 'AccessDenied', 403],
  ['s3:PutObject', 'conflict', 'ConditionalRequestConflict', 409],
];
test.each(shapes)('%s: %s is %s, %i, and nothing is done', async (action, kind, name, status) => {
  const { folder, clients } = await start({ faults: [{ action, kind }] });
  expect(await failure(call(action, clients(member)))).toMatchObject({ name, status });
  expect(existsSync(path.join(folder, 'k'))).toBe(false);
});

test('a cut connection does nothing, a lost answer has done everything', async () => {
  for (const [kind, done] of [
    ['cut-connection', false],
    ['lost-answer', true],
  ] as const) {
    const { folder, clients } = await start({
      faults: [{ action: 's3:PutObject', kind, times: 1 }],
    });
    const failed = await failure(call('s3:PutObject', clients(member)));
    expect(failed.status).toBeUndefined();
    expect(existsSync(path.join(folder, 'k'))).toBe(done);
    await call('s3:PutObject', clients(member));
  }
});

test('a call without an answer does nothing, says that none will come, and leaves the rest to its caller', async () => {
  const { organization, folder, clients } = await start({
    faults: [{ action: 's3:PutObject', kind: 'no-answer', times: 1 }],
  });
  const reported: unknown[] = [];
  const given = new AbortController();
  const listen = (message: unknown) =>
    (message as { request: ClientRequest }).request.on('information', ({ statusCode }) => {
      reported.push(statusCode);
      given.abort();
    });
  subscribe('http.client.request.start', listen);
  const put = new PutObjectCommand({ Bucket: bucket, Key: 'k', Body: 'x' });
  const abortSignal = AbortSignal.any([given.signal, AbortSignal.timeout(10_000)]);
  expect((await failure(clients(member).s3.send(put, { abortSignal }))).name).toBe('AbortError');
  unsubscribe('http.client.request.start', listen);
  expect(reported).toEqual([102]);
  expect(existsSync(path.join(folder, 'k'))).toBe(false);
  await call('s3:PutObject', clients(member));
  expect(organization.requests.map(({ action }) => action)).toEqual(['s3:PutObject']);
});

test('a slow call is answered all the same', async () => {
  const fault: Fault = { action: 'sts:GetCallerIdentity', kind: 'slow', milliseconds: 1 };
  const { clients } = await start({ faults: [fault] });
  expect(await call('sts:GetCallerIdentity', clients(member))).toMatchObject({ Account: member });
});

test('a fault hits its account on its day as often as it says', async () => {
  const fault: Fault = {
    action: 'sts:GetCallerIdentity',
    kind: 'throttling',
    account: member,
    day: '2026-11-22',
    times: 2,
  };
  const { clock, clients } = await start({ faults: [fault] });
  const fails = (id: string) =>
    call('sts:GetCallerIdentity', clients(id)).then(
      () => false,
      () => true,
    );
  clock.set('2026-11-21T23:59:59Z');
  expect(await fails(member)).toBe(false);
  clock.set('2026-11-22T00:00:00Z');
  expect([await fails(management), await fails(member), await fails(member), await fails(member)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  clock.set('2026-11-23T00:00:00Z');
  expect(await fails(member)).toBe(false);
});

test('times count for each account and day', async () => {
  const fault: Fault = { action: 'sts:GetCallerIdentity', kind: 'throttling', times: 1 };
  const { clock, clients } = await start({ faults: [fault] });
  const fails = (id: string) =>
    call('sts:GetCallerIdentity', clients(id)).then(
      () => false,
      () => true,
    );
  expect([await fails(member), await fails(member), await fails(management)]).toEqual([true, false, true]);
  clock.set('2026-11-23T00:00:00Z');
  expect(await fails(member)).toBe(true);
});

const impossible: [Fault, string][] = [
  [{ action: 'sns:Publish', kind: 'throttling' }, 'a fault is planted in sns:Publish, which is not emulated'],
  [
    { action: 'iam:ListUsers', kind: 'throttling' },
    'a fault is planted in iam:ListUsers, which is not emulated',
  ],
  [
    { action: 's3:PutObject', kind: 'limit-exceeded' },
    's3:PutObject has no fault of the kind limit-exceeded',
  ],
  [{ action: 'sts:AssumeRole', kind: 'in-progress' }, 'sts:AssumeRole has no fault of the kind in-progress'],
  [{ action: 's3:PutObject', kind: 'error' }, 'the fault of s3:PutObject has the kind "error" but no error'],
];
test.each(impossible)('%o cannot be planted', async (fault, message) => {
  await expect(start({ faults: [fault] })).rejects.toThrow(message);
});
