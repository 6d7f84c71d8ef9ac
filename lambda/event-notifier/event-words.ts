import type { CredentialEvent } from './credential-event';

/** What happened, for one event and for many of the same kind. */
const words: Readonly<Record<string, readonly [one: string, many: string]>> = {
  CreateUser: ['IAM user created', 'IAM users created'],
  DeleteUser: ['IAM user deleted', 'IAM users deleted'],
  CreateLoginProfile: ['console password created', 'console passwords created'],
  UpdateLoginProfile: ['console password changed', 'console passwords changed'],
  CreateAccessKey: ['access key created', 'access keys created'],
  UpdateAccessKey: ['access key switched', 'access keys switched'],
  UploadSigningCertificate: ['signing certificate uploaded', 'signing certificates uploaded'],
  CreateServiceSpecificCredential: [
    'service-specific credential created',
    'service-specific credentials created',
  ],
  DeactivateMFADevice: ['MFA device deactivated', 'MFA devices deactivated'],
  AttachUserPolicy: ['administrator policy attached to a user', 'administrator policies attached to users'],
};

const rootLogin = ['sign-in of the root user', 'sign-ins of the root user'] as const;
const rootChange = ['change by the root user', 'changes by the root user'] as const;

/** Events of the same kind, as a title or a heading has it: `IAM user created`, `200 IAM users created`. */
export function eventWords({ name }: CredentialEvent, count = 1): string {
  const [one, many] = words[name] ?? (name === 'ConsoleLogin' ? rootLogin : rootChange);
  return count === 1 ? one : `${count.toLocaleString('en-US')} ${many}`;
}
