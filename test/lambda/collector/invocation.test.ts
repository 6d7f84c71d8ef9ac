import { collectorEnvironment } from '../../../lambda/collector/contract';
import { readInvocation } from '../../../lambda/collector/invocation';

const now = new Date('2026-11-22T03:10:00Z');
const context = {
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:100000000007:function:collector',
  getRemainingTimeInMillis: () => 600_000,
};
const environment: Record<string, string> = {
  [collectorEnvironment.bucket]: 'reports',
  [collectorEnvironment.bucketOwner]: '100000000001',
  [collectorEnvironment.accountNameRole]: 'arn:aws:iam::100000000001:role/credential-report/account-name/x',
};

test('account and day come from the function and its schedule', () => {
  const event = { scheduled_at: '2026-11-21T23:55:00Z' };
  expect(readInvocation(event, context, environment, now)).toEqual({
    request: { accountId: '100000000007', scheduledAt: new Date('2026-11-21T23:55:00Z') },
    bucket: { name: 'reports', owner: '100000000001' },
    region: undefined,
    roleArn: 'arn:aws:iam::100000000001:role/credential-report/account-name/x',
    facts: 'all',
  });
});

test('a run by hand counts for today', () => {
  expect(readInvocation({}, context, environment, now).request.scheduledAt).toEqual(now);
});

test.each([['tomorrow'], ['2026-13-01T00:00:00Z'], [''], [20261122], [null]])(
  'refuses to be scheduled at %j',
  (scheduled_at) => {
    const event = { scheduled_at } as { scheduled_at: string };
    expect(() => readInvocation(event, context, environment, now)).toThrow(
      `scheduled_at must be a time such as 2026-11-22T03:00:00Z, received ${JSON.stringify(scheduled_at)}`,
    );
  },
);

const optional: string[] = [collectorEnvironment.bucketRegion, collectorEnvironment.facts];
const needed = Object.values(collectorEnvironment).filter((name) => !optional.includes(name));

test.each(needed)('says that %s is missing', (name) => {
  expect(() => readInvocation({}, context, { ...environment, [name]: '' }, now)).toThrow(
    `environment variable ${name} is missing`,
  );
});

test('says that a function has no account', () => {
  expect(() =>
    readInvocation({}, { ...context, invokedFunctionArn: 'function:x' }, environment, now),
  ).toThrow("no account id in the function's arn function:x");
});

test('takes the region of the bucket from its environment', () => {
  const variables = { ...environment, [collectorEnvironment.bucketRegion]: 'eu-west-1' };
  expect(readInvocation({}, context, variables, now).region).toBe('eu-west-1');
});
