import { join } from 'node:path';
import { collectorEnvironment, collectorTimeoutSeconds } from '../../lambda/collector/contract';
import {
  startLambdaEnvironment,
  type LambdaEnvironment,
  type OrganizationClock,
} from '../../local/lambda-environment';
import type { EmbeddedOrganization } from '../../local/organization';
import { packageRoot } from '../../package-root';
import { accountNameRoleArn, collectorRoleArn, managementAccountId } from './organization/identity';

export const bucketName = 'credential-report-demo';

/** The collector's Lambda functions, one warm environment per account. */
export interface Collectors {
  /** Runs an account's collector; a failure is reported by the run record in the bucket. */
  run(accountId: string, scheduledAt: Date): Promise<void>;
  close(): Promise<void>;
}

/** Starts the environments of all accounts at once: most of the time of a demo is processes that start. */
export function startCollectors(
  organization: EmbeddedOrganization,
  accountIds: readonly string[],
  clock: OrganizationClock,
): Collectors {
  const start = (accountId: string) =>
    startLambdaEnvironment({
      artifact: join(packageRoot(), 'dist/lambda/collector/index.js'),
      functionArn: `arn:aws:lambda:eu-central-1:${accountId}:function:collector`,
      timeoutSeconds: collectorTimeoutSeconds,
      variables: {
        ...organization.environment(accountId, collectorRoleArn(accountId)),
        [collectorEnvironment.bucket]: bucketName,
        [collectorEnvironment.bucketOwner]: managementAccountId,
        [collectorEnvironment.accountNameRole]: accountNameRoleArn,
      },
      clock,
    });
  const environments = new Map<string, LambdaEnvironment>(accountIds.map((id) => [id, start(id)]));
  return {
    async run(accountId, scheduledAt) {
      await environments.get(accountId)?.invoke({ scheduled_at: scheduledAt.toISOString() });
    },
    close: async () => {
      await Promise.all([...environments.values()].map((environment) => environment.close()));
    },
  };
}
