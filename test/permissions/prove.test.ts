import { deploy, type Document, type Statement } from './estate';
import { outsider, sandbox } from './organization';
import { isAllowed, loosenings, narrowings, type Request } from './prove';

const account = '100000000003';
const place = { stackName: 's', partition: 'aws', accountId: account, region: 'us-east-1' };
const queue = `arn:aws:sqs:us-east-1:${account}:s-Queue`;
const rule = `arn:aws:events:us-east-1:${account}:rule/bus/s-Rule`;
const everything: Document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
const sends: Statement = {
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: 'sqs:SendMessage',
  Resource: queue,
  Condition: { ArnEquals: { 'aws:SourceArn': rule } },
};
const onlyTls: Statement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 'sqs:*',
  Resource: queue,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const estateOf = (...Statement: readonly Statement[]) =>
  deploy(
    {
      Resources: {
        Queue: { Type: 'AWS::SQS::Queue' },
        ...(Statement.length === 0
          ? {}
          : {
              Policy: {
                Type: 'AWS::SQS::QueuePolicy',
                Properties: {
                  Queues: [{ Ref: 'Queue' }],
                  PolicyDocument: { Version: '2012-10-17', Statement },
                },
              },
            }),
      },
    },
    place,
  );
const send = (arn: string, more: Partial<Request> = {}, context: Request['context'] = {}): Request => ({
  action: 'sqs:SendMessage',
  resource: queue,
  resourceAccountId: account,
  context: { 'aws:SecureTransport': 'true', 'aws:SourceArn': rule, ...context },
  principal: { accountId: account, arn },
  ...more,
});
const session = (accountId: string) => ({ accountId, arn: `arn:aws:sts::${accountId}:assumed-role/admin/x` });
const administrator = (accountId: string) =>
  send('', { principal: session(accountId), ownPolicies: [everything] });
const service = 'events.amazonaws.com';

describe('who is let in by a policy of a queue', () => {
  test.each<[string, Request, readonly Statement[], boolean]>([
    ['a service that the policy names', send(service), [onlyTls, sends], true],
    ['a service without any policy', send(service), [], false],
    ['a service that brings policies nevertheless', send(service, { ownPolicies: [everything] }), [], false],
    ['a service that the policy does not name', send('sns.amazonaws.com'), [onlyTls, sends], false],
    [
      'a service for another action',
      send(service, { action: 'sqs:ReceiveMessage' }),
      [onlyTls, sends],
      false,
    ],
    [
      'a service in the name of another rule',
      send(service, {}, { 'aws:SourceArn': `${rule}x` }),
      [sends],
      false,
    ],
    ['a service without TLS', send(service, {}, { 'aws:SecureTransport': 'false' }), [onlyTls, sends], false],
    ["the account's administrator", administrator(account), [onlyTls, sends], true],
    [
      "the account's administrator without TLS",
      { ...administrator(account), context: { 'aws:SecureTransport': 'false' } },
      [onlyTls, sends],
      false,
    ],
    ["a member's administrator", administrator(sandbox), [onlyTls, sends], false],
    [
      'a stranger, once the policy names everybody',
      administrator(outsider),
      [{ ...sends, Principal: '*' }],
      true,
    ],
  ])('%s', async (_, request, statements, allowed) => {
    expect(await isAllowed(request, estateOf(...statements))).toBe(allowed);
  });
});

test('a policy is tried without each of its parts', () => {
  const [guarded] = estateOf(onlyTls, sends).guarded;
  const policy = guarded?.policy ?? { name: 'none', document: everything };
  expect(narrowings(policy).map(({ label }) => label)).toEqual(['queue: sqs:SendMessage (statement 2)']);
  expect(loosenings(policy).map(({ label }) => label)).toEqual([
    'queue statement 1 removed',
    'queue statement 2 to everybody instead of events.amazonaws.com',
    'queue statement 2 without its condition on aws:SourceArn',
  ]);
});

describe('permissions of functions', () => {
  const permission = (Properties: object) => ({
    Type: 'AWS::Lambda::Permission',
    Properties: { ...Properties },
  });
  const common = {
    FunctionName: 'arn:aws:lambda:us-east-1:100000000003:function:f',
    Action: 'lambda:InvokeFunction',
  };

  test('add up to one policy', () => {
    const Principal = 'sns.amazonaws.com';
    const { guarded } = deploy(
      {
        Resources: {
          One: permission({ ...common, Principal, SourceArn: 'arn:aws:sns:us-east-1:100000000003:t' }),
          Two: permission({ ...common, Principal: outsider, SourceAccount: outsider }),
        },
      },
      place,
    );
    expect(guarded.map(({ arn, policy }) => [arn, policy.document.Statement])).toEqual([
      [
        common.FunctionName,
        [
          {
            Effect: 'Allow',
            Principal: { Service: Principal },
            Action: common.Action,
            Resource: common.FunctionName,
            Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:100000000003:t' } },
          },
          {
            Effect: 'Allow',
            Principal: { AWS: outsider },
            Action: common.Action,
            Resource: common.FunctionName,
            Condition: { StringEquals: { 'aws:SourceAccount': outsider } },
          },
        ],
      ],
    ]);
  });

  test('with a condition that is not known are no guess', () => {
    const Resources = { One: permission({ ...common, Principal: '*', FunctionUrlAuthType: 'NONE' }) };
    expect(() => deploy({ Resources }, place)).toThrow(
      'what FunctionUrlAuthType of a permission means is not known',
    );
  });
});
