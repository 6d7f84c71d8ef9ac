import { administratorPolicies } from './contract';
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
]);
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
  // Where the request names no user, the root user works on credentials of its own.
  const whose =
    event.byRoot && event.user === '' && credentialWordsOf(event) !== undefined ? ' for the root user' : '';
  return `${count === 1 ? one : `${count.toLocaleString('en-US')} ${many}`}${whose}`;
}

/** What the words leave open: which change it was, which policy; foreign text. */
export function eventRest(event: CredentialEvent): readonly string[] {
  if (event.name === 'AttachUserPolicy') return [event.outcome];
  return wordsOf(event) === undefined ? [event.name, event.outcome].filter((text) => text !== '') : [];
}

/** Undefined for what only its event's name can tell. */
function wordsOf(event: CredentialEvent): Words | undefined {
  const { name, outcome } = event;
  if (name === 'ConsoleLogin') return outcome === 'Failure' ? signInFailed : signIn;
  // The root user may attach any policy: whatever it changes is told.
  const makesAdministrator = administratorPolicies.some((suffix) => outcome.endsWith(suffix));
  return name === 'AttachUserPolicy' && makesAdministrator ? administratorMade : credentialWordsOf(event);
}

function credentialWordsOf({ name, outcome }: CredentialEvent): Words | undefined {
  if (name !== 'UpdateAccessKey') return credentialWords.get(name);
  return credentialWords.get(`${name} ${outcome}`) ?? keySwitched;
}
