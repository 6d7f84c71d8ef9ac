import { eventKey } from '../../lambda/report/object-key';
import { readCredentialEvent } from '../../lambda/event-notifier/credential-event';
import { openLocalAthena } from '../../local/athena';
import { event, root, rootLogin } from '../lambda/event-notifier/events';
import { storedObjects } from '../local/athena/stored-objects';

/** Of each kind of event: whom it is about and what it came to, the same in the view and in the message. */

const alice = { type: 'IAMUser', userName: 'alice', accountId: '100000000005' };
const by = (userIdentity: object, eventName: string, requestParameters: object) => ({
  detail: { userIdentity, eventName, requestParameters, responseElements: null },
});
const policy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const admin = policy('AdministratorAccess');
const quarantine = policy('AWSCompromisedKeyQuarantineV3');
const exposed = 'AWSExposedCredentialPolicy_DO_NOT_REMOVE';

const kinds: readonly [text: string, name: string, user: string, outcome: string][] = [
  [
    event(by(alice, 'AttachUserPolicy', { userName: 'x', policyArn: quarantine })),
    'AttachUserPolicy',
    'x',
    quarantine,
  ],
  [event(by(alice, 'PutUserPolicy', { userName: 'x', policyName: exposed })), 'PutUserPolicy', 'x', exposed],
  [
    event(by(alice, 'AttachGroupPolicy', { groupName: 'g', policyArn: admin })),
    'AttachGroupPolicy',
    '',
    admin,
  ],
  [event(by(alice, 'PutGroupPolicy', { groupName: 'g', policyName: 'p' })), 'PutGroupPolicy', '', 'p'],
  [event(by(alice, 'AddUserToGroup', { userName: 'x', groupName: 'g' })), 'AddUserToGroup', 'x', 'g'],
  [
    event(by(alice, 'CreatePolicyVersion', { policyArn: admin, setAsDefault: true })),
    'CreatePolicyVersion',
    '',
    admin,
  ],
  [
    event(by(alice, 'DeleteUserPermissionsBoundary', { userName: 'x' })),
    'DeleteUserPermissionsBoundary',
    'x',
    '',
  ],
  [event(by(alice, 'UpdateUser', { userName: 'x', newUserName: 'y' })), 'UpdateUser', 'x', 'y'],
  [event(by(alice, 'UploadSSHPublicKey', { userName: 'x' })), 'UploadSSHPublicKey', 'x', ''],
  [
    event(by(alice, 'ResetServiceSpecificCredential', { userName: 'x' })),
    'ResetServiceSpecificCredential',
    'x',
    '',
  ],
  [
    event(by(alice, 'UpdateSigningCertificate', { userName: 'x', status: 'Inactive' })),
    'UpdateSigningCertificate',
    'x',
    'Inactive',
  ],
  ...['PasswordUpdated', 'PasswordRecoveryRequested', 'PasswordRecoveryCompleted', 'EmailUpdated'].map(
    (name): [string, string, string, string] => [rootLogin(by(root, name, {})), name, '', ''],
  ),
];

test('the message reads each', () => {
  const read = kinds.map(([text]) => readCredentialEvent(text));
  expect(read.map(({ name, user, outcome }) => [name, user, outcome])).toEqual(
    kinds.map(([, ...expected]) => expected),
  );
});

test('the view tells each', async () => {
  const at = new Date('2026-11-22T10:15:00Z');
  const dataFolder = storedObjects(
    Object.fromEntries(kinds.map(([text], index) => [eventKey(at, String(index + 10)), text])),
  );
  const athena = await openLocalAthena({ dataFolder });
  const { rows } = await athena.query(
    "SELECT event_name, coalesce(user_name, ''), coalesce(outcome, '') FROM credential_event ORDER BY event_name",
  );
  athena.close();
  const expected = kinds.map(([, ...one]) => one).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(rows).toEqual(expected);
});
