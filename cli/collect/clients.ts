import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import { awsSettings, type AwsOptions } from '../aws-settings';
import type { memberSession } from './member-session';

/** Clients in the caller's own account, and how to make one for another account. */
export function collectClients(aws: AwsOptions) {
  const settings = awsSettings(aws);
  return {
    sts: new STSClient(settings),
    organizations: new OrganizationsClient(settings),
    ownIam: new IAMClient(settings),
    memberIam: (credentials: ReturnType<typeof memberSession>['credentials']) =>
      new IAMClient({ ...settings, credentials }),
  };
}
