export const organizationId = 'o-demoexample';
export const managementAccountId = '100000000001';

/** The role through which every account reads its own name. */
export const accountNameRoleArn = `arn:aws:iam::${managementAccountId}:role/credential-report/account-name/AccountName`;

/** The role that the collector has in an account. */
export function collectorRoleArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/credential-report/collector/Collector`;
}
