import type { FactSheet } from './fact-sheet';

/** What one call tells of a whole account: devices, credentials of services, the password policy, numbers. */
export async function accountFacts({ ask, write }: FactSheet): Promise<void> {
  await ask('ListVirtualMFADevices', { AssignmentStatus: 'Assigned' }, ({ VirtualMFADevices = [] }) => {
    for (const { SerialNumber: serial_number, User, EnableDate: enabled_at } of VirtualMFADevices) {
      const { UserName: user_name, Arn: user_arn } = User ?? {};
      write('virtual_mfa_device', { serial_number, user_name, user_arn, enabled_at });
    }
  });
  await ask('ListServiceSpecificCredentials', { AllUsers: true }, ({ ServiceSpecificCredentials = [] }) => {
    for (const credential of ServiceSpecificCredentials)
      write('service_credential', {
        user_name: credential.UserName,
        credential_id: credential.ServiceSpecificCredentialId,
        service_name: credential.ServiceName,
        status: credential.Status,
        created_at: credential.CreateDate,
        expires_at: credential.ExpirationDate,
      });
  });
  await ask('GetAccountPasswordPolicy', {}, ({ PasswordPolicy: policy }) => {
    write('password_policy', { is_set: policy !== undefined, policy });
  });
  await ask('GetAccountSummary', {}, ({ SummaryMap: summary }) => write('account_summary', { summary }));
}
