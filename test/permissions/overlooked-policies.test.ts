import type { Resource } from '../lib/synthesize';
import { deploy } from './estate';
import { overlookedPolicies } from './overlooked-policies';

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const resource = (Type: string, Properties: Resource['Properties'] = {}): Resource => ({ Type, Properties });

describe('policies of which nothing would be proved', () => {
  test.each<[string, Resource, readonly string[]]>([
    [
      'a policy of a secret',
      resource('AWS::SecretsManager::ResourcePolicy', { SecretId: 'x', ResourcePolicy: document }),
      ['AWS::SecretsManager::ResourcePolicy'],
    ],
    [
      'a policy whose text nobody can read',
      resource('AWS::Logs::ResourcePolicy', { PolicyDocument: '…' }),
      ['AWS::Logs::ResourcePolicy'],
    ],
    [
      'a policy of a queue by another type',
      resource('AWS::SQS::QueueInlinePolicy'),
      ['AWS::SQS::QueueInlinePolicy'],
    ],
    [
      'a permission of a layer',
      resource('AWS::Lambda::LayerVersionPermission'),
      ['AWS::Lambda::LayerVersionPermission'],
    ],
    ['a policy of a user', resource('AWS::IAM::UserPolicy'), ['AWS::IAM::UserPolicy']],
    [
      'a key with its policy',
      resource('AWS::KMS::Key', { KeyPolicy: document }),
      ['KeyPolicy of AWS::KMS::Key'],
    ],
    [
      'a table with its policy, deep inside',
      resource('AWS::DynamoDB::Table', { ResourcePolicy: { PolicyDocument: document } }),
      ['ResourcePolicy of AWS::DynamoDB::Table'],
    ],
    [
      'a bus with its policy',
      resource('AWS::Events::EventBus', { Policy: JSON.stringify(document) }),
      ['Policy of AWS::Events::EventBus'],
    ],
    [
      'an inline policy of a role',
      resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: document,
        Policies: [{ PolicyDocument: document }],
      }),
      ['Policies of AWS::IAM::Role'],
    ],
    [
      "one of AWS's own policies on a role",
      resource('AWS::IAM::Role', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
      ['ManagedPolicyArns of AWS::IAM::Role'],
    ],
    [
      'a policy of a group',
      resource('AWS::IAM::Policy', { PolicyDocument: document, Groups: ['people'] }),
      ['Groups of AWS::IAM::Policy'],
    ],
    ['a topic, which has none', resource('AWS::SNS::Topic', { TopicName: 'x' }), []],
    [
      'a policy of a topic, which is read',
      resource('AWS::SNS::TopicPolicy', { PolicyDocument: document }),
      [],
    ],
    [
      'a role with its trust, which is read',
      resource('AWS::IAM::Role', { AssumeRolePolicyDocument: document }),
      [],
    ],
  ])('%s', (_, one, overlooked) => {
    expect(overlookedPolicies([one])).toEqual(overlooked);
  });

  test('are not deployed', () => {
    const template = { Resources: { Key: resource('AWS::KMS::Key', { KeyPolicy: document }) } };
    const place = { stackName: 's', partition: 'aws', accountId: '100000000001', region: 'eu-west-1' };
    expect(() => deploy(template, place)).toThrow('nothing would be proved of: KeyPolicy of AWS::KMS::Key');
  });
});
