import { credentialEventNames, rootSignInEventNames } from '../../../lambda/event-notifier/contract';
import { event, root, rootLogin, type EventData } from '../../lambda/event-notifier/events';
import { matches } from '../event-pattern';
import { propertiesOf, synthesize } from '../synthesize';

/** Which events reach the queue: through the rule of an account, the policy of the central bus, and the bus's own rule. */

const { events } = synthesize({
  region: 'eu-central-1',
  notifications: { emails: ['security@example.com'] },
  credentialEvents: {},
});
if (events === undefined) throw new Error('there are no stacks of credential events');

type Fields = Record<string, unknown>;
interface BusPolicy {
  readonly Statement: { readonly Condition: Record<string, Record<string, string[]>> };
}
const [memberRule] = propertiesOf<{ EventPattern: Fields }>(events.member, 'AWS::Events::Rule');
const [ownRule] = propertiesOf<{ EventPattern: Fields }>(events.rules, 'AWS::Events::Rule');
const [busRule] = propertiesOf<{ EventPattern: Fields }>(events.bus, 'AWS::Events::Rule');
const [busPolicy] = propertiesOf<BusPolicy>(events.bus, 'AWS::Events::EventBusPolicy');
const taken = busPolicy?.Statement.Condition['ForAllValues:StringEquals'] ?? {};

function arrives(text: string): boolean {
  const one = JSON.parse(text) as Fields;
  return (
    matches(memberRule?.EventPattern ?? {}, one) &&
    (taken['events:source'] ?? []).includes(String(one['source'])) &&
    (taken['events:detail-type'] ?? []).includes(String(one['detail-type'])) &&
    matches(busRule?.EventPattern ?? {}, one)
  );
}

const call = (eventName: string, detail: Fields = {}, more: EventData = {}) =>
  event({ ...more, detail: { eventName, ...detail } });
const byRoot = (eventName: string, source: string, detail: Fields = {}) =>
  call(
    eventName,
    { userIdentity: root, eventSource: `${source}.amazonaws.com`, ...detail },
    { source: `aws.${source}` },
  );
const attach = (policyArn: string) =>
  call('AttachUserPolicy', { requestParameters: { userName: 'x', policyArn } });
const signIn = (userIdentity: Fields, result: string) => {
  const login = JSON.parse(rootLogin()) as { detail: Fields };
  return JSON.stringify({
    ...login,
    detail: { ...login.detail, userIdentity, responseElements: { ConsoleLogin: result } },
  });
};

test.each<[string, string]>([
  ...credentialEventNames.map((name): [string, string] => [name, call(name)]),
  ['the administrator policy attached', attach('arn:aws:iam::aws:policy/AdministratorAccess')],
  ['full access to IAM attached', attach('arn:aws:iam::aws:policy/IAMFullAccess')],
  [
    'a group made administrators',
    call('AttachGroupPolicy', {
      requestParameters: { groupName: 'g', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    }),
  ],
  [
    'a policy whose new version counts',
    call('CreatePolicyVersion', {
      requestParameters: { policyArn: 'arn:aws:iam::100000000005:policy/x', setAsDefault: true },
    }),
  ],
  ...['', 'V2', 'V3', 'V4'].map((version): [string, string] => [
    `the quarantine policy ${version}`,
    attach(`arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantine${version}`),
  ]),
  [
    'the inline policy of a leaked key',
    call('PutUserPolicy', {
      requestParameters: { userName: 'x', policyName: 'AWSExposedCredentialPolicy_DO_NOT_REMOVE' },
    }),
  ],
  ...rootSignInEventNames.flatMap((eventName) =>
    ['AWS Console Sign In via CloudTrail', 'AWS Service Event via CloudTrail'].map(
      (detailType): [string, string] => [
        `${eventName} of the root user as ${detailType}`,
        rootLogin({ detailType, detail: { eventName, responseElements: null } }),
      ],
    ),
  ),
  ['a sign-in of the root user', rootLogin()],
  ['one that failed', signIn(root, 'Failure')],
  ['the root user creates a role', byRoot('CreateRole', 'iam')],
  ['the root user makes a key of its own', byRoot('CreateAccessKey', 'iam', { requestParameters: null })],
  ['the root user changes the organization', byRoot('InviteAccountToOrganization', 'organizations')],
  ['the root user changes its account', byRoot('PutAlternateContact', 'account')],
  ['the root user changes names', byRoot('ChangeResourceRecordSets', 'route53')],
])('arrives: %s', (_, text) => {
  expect(arrives(text)).toBe(true);
});

test.each<[string, string]>([
  ['a call that was denied', call('CreateUser', { errorCode: 'AccessDenied' })],
  [
    'an administrator policy that was denied',
    call('AttachUserPolicy', {
      errorCode: 'AccessDenied',
      requestParameters: { policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    }),
  ],
  ['another policy attached', attach('arn:aws:iam::aws:policy/ReadOnlyAccess')],
  [
    'a policy of the account whose name only begins so',
    attach('arn:aws:iam::100000000005:policy/AdministratorAccessLight'),
  ],
  ['another call by a role', call('CreateRole')],
  [
    'a version of a policy that does not count',
    call('CreatePolicyVersion', { requestParameters: { policyArn: 'arn:aws:iam::1:policy/x' } }),
  ],
  [
    'a password that a user updates',
    rootLogin({ detail: { userIdentity: { type: 'IAMUser' }, eventName: 'PasswordUpdated' } }),
  ],
  ['the sign-in of a user', signIn({ type: 'IAMUser', userName: 'jane' }, 'Success')],
  ['the root user reads', byRoot('ListUsers', 'iam', { readOnly: true })],
  ['a write of the root user that was denied', byRoot('CreateRole', 'iam', { errorCode: 'AccessDenied' })],
  ['a service that is not meant', byRoot('RunInstances', 'ec2')],
  ['an event that somebody made up', call('CreateUser', {}, { source: 'my.own' })],
  ['another type of event', call('CreateUser', {}, { detailType: 'Scheduled Event' })],
])('does not arrive: %s', (_, text) => {
  expect(arrives(text)).toBe(false);
});

test('the deploying account and the central bus have the same rule: a member cannot fill the queue with a wider one', () => {
  expect(ownRule?.EventPattern).toEqual(memberRule?.EventPattern);
  expect(busRule?.EventPattern).toEqual(memberRule?.EventPattern);
});

test('the pattern is within what EventBridge takes, 2,048 characters', () => {
  expect(JSON.stringify(memberRule?.EventPattern).length).toBeLessThan(2_048);
});

test('what is not known of patterns is refused', () => {
  expect(() => matches({ source: [{ prefix: 'aws.' }] }, { source: 'aws.iam' })).toThrow('operator prefix');
});
