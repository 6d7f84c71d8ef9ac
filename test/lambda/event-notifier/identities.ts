import { event, failedRootLogin, root, rootLogin, type EventData } from './events';

/** An event as CloudTrail writes it, and what people are to read of it. */
export interface EventReading {
  readonly name: string;
  readonly event: (number: number) => string;
  readonly words: string;
  /** Empty where the event is about no IAM user. */
  readonly user: string;
  readonly actor: string;
  /** Whether it is about the root user. @default where root did it and no user is named */
  readonly aboutRoot?: boolean;
  /** Which change or policy, where the words leave it open. */
  readonly rest?: readonly string[];
}

const account = '100000000005';
const alice = { type: 'IAMUser', arn: `arn:aws:iam::${account}:user/alice`, userName: 'alice' };
const session = (role: string, path = '', name = 'jane@example.com', more: object = {}) => ({
  type: 'AssumedRole',
  arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
  sessionContext: {
    sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role/${path}${role}`, userName: role },
    ...more,
  },
});
const permissionSet = 'AWSReservedSSO_Power_Users_0123456789abcdef';
const attached = (identity: object, policy: string) => ({
  userIdentity: identity,
  eventName: 'AttachUserPolicy',
  requestParameters: { userName: 'bob', policyArn: `arn:aws:iam::aws:policy/${policy}` },
  responseElements: null,
});

const of =
  (detail: EventData['detail'] = {}) =>
  (number: number) =>
    event({ number, detail: { requestParameters: null, responseElements: null, ...detail } });
const named = (eventName: string, more: object = {}) => ({
  eventName,
  requestParameters: { userName: 'bob', ...more },
});
const by = (userIdentity: object) => of({ userIdentity, ...named('CreateUser') });
const created = { words: 'IAM user created', user: 'bob' };
const administrator = { actor: 'role Administrator, session jane.doe' };
const theRoot = { actor: 'the root user' };

const events: readonly EventReading[] = [
  { name: 'CreateUser', event: of(named('CreateUser')), ...created, ...administrator },
  {
    name: 'DeleteUser',
    event: of(named('DeleteUser')),
    words: 'IAM user deleted',
    user: 'bob',
    ...administrator,
  },
  {
    name: 'CreateLoginProfile',
    event: of(named('CreateLoginProfile', { passwordResetRequired: true })),
    words: 'console password created',
    user: 'bob',
    ...administrator,
  },
  {
    name: 'UpdateLoginProfile',
    event: of(named('UpdateLoginProfile')),
    words: 'console password changed',
    user: 'bob',
    ...administrator,
  },
  {
    name: 'CreateAccessKey of her own, named by the response alone',
    event: of({
      userIdentity: alice,
      eventName: 'CreateAccessKey',
      responseElements: { accessKey: { userName: 'alice', status: 'Active' } },
    }),
    words: 'access key created',
    user: 'alice',
    actor: 'user alice',
  },
  {
    name: 'CreateAccessKey of the root user',
    event: of({
      userIdentity: { ...root, invokedBy: 'signin.amazonaws.com' },
      eventName: 'CreateAccessKey',
      responseElements: { accessKey: { userName: 'root', status: 'Active' } },
    }),
    words: 'access key created for the root user',
    user: '',
    ...theRoot,
  },
  {
    name: 'UpdateAccessKey to Inactive',
    event: of(named('UpdateAccessKey', { status: 'Inactive' })),
    words: 'access key deactivated',
    user: 'bob',
    ...administrator,
  },
  {
    name: 'UpdateAccessKey to Active, of her own',
    event: of({
      userIdentity: alice,
      eventName: 'UpdateAccessKey',
      requestParameters: { status: 'Active', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
    }),
    words: 'access key activated',
    user: 'alice',
    actor: 'user alice',
  },
  {
    name: 'UpdateAccessKey to a status that is new',
    event: of(named('UpdateAccessKey', { status: 'Expired' })),
    words: 'access key switched',
    user: 'bob',
    ...administrator,
  },
  {
    name: 'UploadSigningCertificate',
    event: of({ userIdentity: alice, eventName: 'UploadSigningCertificate' }),
    words: 'signing certificate uploaded',
    user: 'alice',
    actor: 'user alice',
  },
  {
    name: 'CreateServiceSpecificCredential',
    event: of(named('CreateServiceSpecificCredential', { serviceName: 'bedrock.amazonaws.com' })),
    words: 'service-specific credential created',
    user: 'bob',
    ...administrator,
  },
  {
    name: 'DeactivateMFADevice of the root user',
    event: of({
      userIdentity: root,
      eventName: 'DeactivateMFADevice',
      requestParameters: { serialNumber: `arn:aws:iam::${account}:mfa/root` },
    }),
    words: 'MFA device deactivated for the root user',
    user: '',
    ...theRoot,
  },
  ...['EnableMFADevice', 'DeactivateMFADevice'].map((eventName) => ({
    name: `${eventName} of the root user, which the request calls by CloudTrail's name for it`,
    event: of({
      userIdentity: root,
      eventName,
      requestParameters: { userName: 'AWS ROOT USER', serialNumber: `arn:aws:iam::${account}:mfa/root` },
    }),
    ...(eventName === 'DeactivateMFADevice'
      ? { words: 'MFA device deactivated for the root user' }
      : { words: 'change by the root user', rest: [eventName] }),
    user: '',
    aboutRoot: true,
    ...theRoot,
  })),
  {
    name: 'UpdateLoginProfile of the root user by an identity that is not called root',
    event: of({ eventName: 'UpdateLoginProfile', requestParameters: { userName: 'AWS ROOT USER' } }),
    words: 'console password changed for the root user',
    user: '',
    aboutRoot: true,
    ...administrator,
  },
  {
    name: 'CreateAccessKey of a user whose name CloudTrail hides',
    event: of({
      userIdentity: { ...alice, userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      eventName: 'CreateAccessKey',
    }),
    words: 'access key created',
    user: '',
    aboutRoot: false,
    actor: 'a user who is not named',
  },
  {
    name: 'CreateUser by the root user, of a name that CloudTrail hides',
    event: of({
      userIdentity: root,
      eventName: 'CreateUser',
      requestParameters: { userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    }),
    words: 'IAM user created',
    user: '',
    aboutRoot: false,
    ...theRoot,
  },
  {
    name: 'AttachUserPolicy of an administrator policy',
    event: of(attached(alice, 'AdministratorAccess')),
    words: 'administrator policy attached to a user',
    user: 'bob',
    actor: 'user alice',
    rest: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  },
  {
    name: 'AttachUserPolicy of another policy, which is reported of the root user alone',
    event: of(attached(root, 'ReadOnlyAccess')),
    words: 'change by the root user',
    user: 'bob',
    ...theRoot,
    rest: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
  },
  {
    name: 'another change by the root user',
    event: of({ userIdentity: root, eventName: 'CreateRole', requestParameters: { roleName: 'x' } }),
    words: 'change by the root user',
    user: '',
    ...theRoot,
    rest: ['CreateRole'],
  },
  {
    name: 'ConsoleLogin of the root user',
    event: (number) => rootLogin({ number }),
    words: 'sign-in of the root user',
    user: '',
    ...theRoot,
  },
  {
    name: 'ConsoleLogin of the root user that failed',
    event: (number) => failedRootLogin({ number }),
    words: 'failed sign-in of the root user',
    user: '',
    ...theRoot,
  },
];

/** Each with `userIdentity` as CloudTrail's event reference describes the type. */
const identities: readonly (readonly [name: string, identity: object, actor: string])[] = [
  ['an IAM user', alice, 'user alice'],
  [
    'a session of IAM Identity Center',
    session(permissionSet, 'aws-reserved/sso.amazonaws.com/eu-west-1/'),
    'jane@example.com of IAM Identity Center, permission set Power_Users',
  ],
  [
    'a role that only looks like one',
    session(permissionSet),
    `role ${permissionSet}, session jane@example.com`,
  ],
  [
    'a session with a source identity',
    session('Deploy', '', 'x', { sourceIdentity: 'jane' }),
    'role Deploy, session x, source identity jane',
  ],
  [
    "a service in a role's name",
    { ...session('Deploy', '', 'stack'), invokedBy: 'cloudformation.amazonaws.com' },
    'role Deploy, session stack, through cloudformation.amazonaws.com',
  ],
  ['a service', { type: 'AWSService', invokedBy: 'sso.amazonaws.com' }, 'sso.amazonaws.com'],
  [
    'a federated user',
    {
      type: 'FederatedUser',
      arn: `arn:aws:sts::${account}:federated-user/jane`,
      sessionContext: { sessionIssuer: { type: 'IAMUser', userName: 'alice' } },
    },
    'federated user jane of user alice',
  ],
  [
    'a SAML user',
    {
      type: 'SAMLUser',
      principalId: 'x:jane',
      userName: 'jane',
      identityProvider: 'https://idp.example.com',
    },
    'jane of https://idp.example.com',
  ],
  [
    'a user of OpenID Connect',
    { type: 'WebIdentityUser', userName: 'repo:shop', identityProvider: 'accounts.example.com' },
    'repo:shop of accounts.example.com',
  ],
  [
    'a user of IAM Identity Center',
    { type: 'IdentityCenterUser', onBehalfOf: { userId: '544894e8' }, credentialId: 'x' },
    'user 544894e8 of IAM Identity Center',
  ],
  [
    'a session of AssumeRoot',
    { ...root, sessionContext: { assumedRoot: 'true' } },
    'the root user, by AssumeRoot',
  ],
  ['another account', { type: 'AWSAccount', accountId: '100000000009' }, 'account 100000000009'],
  ['an identity of no known type', { type: 'Unknown', principalId: 'AIDAEXAMPLE' }, 'AIDAEXAMPLE'],
  ['no identity', {}, 'unknown'],
];

export const eventReadings: readonly EventReading[] = [
  ...events,
  ...identities.map(([name, identity, actor]) => ({
    name: `CreateUser by ${name}`,
    event: by(identity),
    ...created,
    actor,
  })),
];
