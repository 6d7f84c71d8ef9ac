import { InvalidArgumentError } from 'commander';

/** Names that the stack `CredentialReportData` gives. */
export const reportWorkGroup = 'credential-report';
export const reportDatabase = 'credential_report';

/** Whether Athena could have a workgroup of that name. */
export function isWorkGroupName(value: string): boolean {
  return /^[a-zA-Z0-9._-]{1,128}$/.test(value);
}

/** A workgroup as an option takes it. */
export function workGroupName(value: string): string {
  if (!isWorkGroupName(value))
    throw new InvalidArgumentError('It must be the name of a workgroup; SQL stands before the option.');
  return value;
}
