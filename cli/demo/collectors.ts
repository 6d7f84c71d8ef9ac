import { join } from 'node:path';
import {
  collectorEnvironment,
  collectorTimeoutSeconds,
  type FactScope,
} from '../../lambda/collector/contract';
import {
  startLambdaEnvironment,
  type DeployedFunction,
  type OrganizationClock,
} from '../../local/lambda-environment';
import type { EmbeddedOrganization } from '../../local/organization';
import { packageRoot } from '../../package-root';
import { accountNameRoleArn, collectorRoleArn, managementAccountId } from './organization/identity';

export const bucketName = 'credential-report-demo';

/** The collector's Lambda functions, one per account, in one warm environment. */
export interface Collectors {
  /** Runs an account's collector; a failure is reported by the run record in the bucket. */
  run(accountId: string, scheduledAt: Date, facts: FactScope): Promise<void>;
  close(): Promise<void>;
}

/** In one process: loading the SDK for each account would be most of the time of a demo. */
export function startCollectors(organization: EmbeddedOrganization, clock: OrganizationClock): Collectors {
  const of = (accountId: string, facts: FactScope): DeployedFunction => ({
    functionArn: `arn:aws:lambda:eu-central-1:${accountId}:function:collector`,
    variables: {
      ...organization.environment(accountId, collectorRoleArn(accountId)),
      [collectorEnvironment.bucket]: bucketName,
      [collectorEnvironment.bucketOwner]: managementAccountId,
      [collectorEnvironment.accountNameRole]: accountNameRoleArn,
      [collectorEnvironment.facts]: facts,
    },
  });
  const environment = startLambdaEnvironment({
    artifact: join(packageRoot(), 'dist/lambda/collector/index.js'),
    timeoutSeconds: collectorTimeoutSeconds,
    clock,
    ...of(managementAccountId, 'none'),
  });
  return {
    async run(accountId, scheduledAt, facts) {
      await environment.invoke({ scheduled_at: scheduledAt.toISOString() }, of(accountId, facts));
    },
    close: () => environment.close(),
  };
}
