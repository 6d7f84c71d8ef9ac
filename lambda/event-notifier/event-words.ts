import { readableNumber } from '../shared/text/counted';
import { administratorPolicies, exposedCredentialPolicy, quarantinePolicy } from './contract';
import type { CredentialEvent } from './credential-event';

type Words = readonly [one: string, many: string];

/** What happened to credentials, for one event and for many of the same kind. */
const credentialWords = new Map<string, Words>([
  ['CreateUser', ['IAM user created', 'IAM users created']],
  ['DeleteUser', ['IAM user deleted', 'IAM users deleted']],
  ['CreateLoginProfile', ['console password created', 'console passwords created']],
  ['UpdateLoginProfile', ['console password changed', 'console passwords changed']],
  ['CreateAccessKey', ['access key created', 'access keys created']],
  ['UpdateAccessKey Active', ['access key activated', 'access keys activated']],
  ['UpdateAccessKey Inactive', ['access key deactivated', 'access keys deactivated']],
  ['UploadSigningCertificate', ['signing certificate uploaded', 'signing certificates uploaded']],
  [
    'CreateServiceSpecificCredential',
    ['service-specific credential created', 'service-specific credentials created'],
  ],
  ['DeactivateMFADevice', ['MFA device deactivated', 'MFA devices deactivated']],
  ['DeleteVirtualMFADevice', ['virtual MFA device deleted', 'virtual MFA devices deleted']],
  ['UploadSSHPublicKey', ['SSH key uploaded', 'SSH keys uploaded']],
  [
    'ResetServiceSpecificCredential',
    ['service-specific credential reset', 'service-specific credentials reset'],
  ],
  ['UpdateSigningCertificate', ['signing certificate switched', 'signing certificates switched']],
  ['UpdateUser', ['IAM user changed or renamed', 'IAM users changed or renamed']],
]);
/** What may make an administrator, and what it is about in the rest of the line. */
const permissionWords = new Map<string, Words>([
  ['PutUserPolicy', ['inline policy of a user written', 'inline policies of users written']],
  ['PutGroupPolicy', ['inline policy of a group written', 'inline policies of groups written']],
  ['AddUserToGroup', ['user added to a group', 'users added to groups']],
  ['CreatePolicyVersion', ['policy changed', 'policies changed']],
  [
    'DeleteUserPermissionsBoundary',
    ['permissions boundary of a user deleted', 'permissions boundaries of users deleted'],
  ],
]);
const rootSignInWords = new Map<string, Words>([
  ['PasswordUpdated', ['password of the root user changed', 'passwords of root users changed']],
  [
    'PasswordRecoveryRequested',
    ['password recovery of the root user requested', 'password recoveries of root users requested'],
  ],
  [
    'PasswordRecoveryCompleted',
    ['password recovery of the root user completed', 'password recoveries of root users completed'],
  ],
  ['EmailUpdated', ['e-mail address of the root user changed', 'e-mail addresses of root users changed']],
]);
const leaked: Words = [
  'AWS FOUND A LEAKED ACCESS KEY and quarantined its user',
  'LEAKED ACCESS KEYS FOUND BY AWS, their users quarantined',
];
const administratorMadeOfGroup: Words = [
  'administrator policy attached to a group',
  'administrator policies attached to groups',
];
const keySwitched: Words = ['access key switched', 'access keys switched'];
const administratorMade: Words = [
  'administrator policy attached to a user',
  'administrator policies attached to users',
];
const signIn: Words = ['sign-in of the root user', 'sign-ins of the root user'];
const signInFailed: Words = ['failed sign-in of the root user', 'failed sign-ins of the root user'];
const rootChange: Words = ['change by the root user', 'changes by the root user'];
const other: Words = ['other event', 'other events'];

/** Events of the same kind, as a title or a heading has it: `IAM user created`, `200 IAM users created`. */
export function eventWords(event: CredentialEvent, count = 1): string {
  const [one, many] = wordsOf(event) ?? (event.byRoot ? rootChange : other);
  const whose = event.aboutRoot && credentialWordsOf(event) !== undefined ? ' for the root user' : '';
  return `${count === 1 ? one : `${readableNumber(count)} ${many}`}${whose}`;
}

/** AWS says that an access key is public: nothing is more urgent. */
export function isLeak({ name, outcome }: CredentialEvent): boolean {
  if (name === 'AttachUserPolicy') return outcome.includes(quarantinePolicy);
  return name === 'PutUserPolicy' && outcome === exposedCredentialPolicy;
}

/** What the words leave open: which change it was, which policy; foreign text. */
export function eventRest(event: CredentialEvent): readonly string[] {
  const filled = (texts: readonly string[]) => texts.filter((text) => text !== '');
  if (/^Attach(User|Group)Policy$/.test(event.name) || permissionWords.has(event.name))
    return filled([event.outcome]);
  return wordsOf(event) === undefined ? filled([event.name, event.outcome]) : [];
}

/** Undefined for what only its event's name can tell. */
function wordsOf(event: CredentialEvent): Words | undefined {
  const { name, outcome } = event;
  if (isLeak(event)) return leaked;
  if (name === 'ConsoleLogin') return outcome === 'Failure' ? signInFailed : signIn;
  // The root user may attach any policy: whatever it changes is reported.
  const makesAdministrator = administratorPolicies.some((suffix) => outcome.endsWith(suffix));
  if (makesAdministrator && name === 'AttachUserPolicy') return administratorMade;
  if (makesAdministrator && name === 'AttachGroupPolicy') return administratorMadeOfGroup;
  return credentialWordsOf(event) ?? permissionWords.get(name) ?? rootSignInWords.get(name);
}

function credentialWordsOf({ name, outcome }: CredentialEvent): Words | undefined {
  if (name !== 'UpdateAccessKey') return credentialWords.get(name);
  return credentialWords.get(`${name} ${outcome}`) ?? keySwitched;
}
