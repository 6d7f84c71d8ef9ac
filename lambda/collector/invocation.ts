import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { scheduledTime } from '../shared/runtime/scheduled-time';
import { variable, type Environment } from '../shared/runtime/variable';
import { collectorEnvironment as variables, type CollectorEvent, type FactScope } from './contract';
import type { CollectRequest } from './collect';

/** The part of Lambda's context that a run needs. */
export interface InvocationContext {
  /** Carries the account id. */
  readonly invokedFunctionArn: string;
  getRemainingTimeInMillis(): number;
}

/** What one invocation is to do, from its event, context and environment. */
export interface Invocation {
  readonly request: CollectRequest;
  readonly bucket: OwnedBucket;
  /** Of the bucket; undefined: the function's own. */
  readonly region: string | undefined;
  readonly roleArn: string;
  readonly facts: FactScope;
}

/**
 * Reads an invocation.
 * @throws Error naming what is missing or malformed
 */
export function readInvocation(
  event: CollectorEvent,
  context: InvocationContext,
  environment: Environment,
  now: Date,
): Invocation {
  const required = (name: string) => variable(environment, name);
  const accountId = context.invokedFunctionArn.split(':')[4] ?? '';
  if (!/^[0-9]{12}$/.test(accountId)) {
    throw new Error(`no account id in the function's arn ${context.invokedFunctionArn}`);
  }
  return {
    request: { accountId, scheduledAt: scheduledTime(event.scheduled_at, now, '2026-11-22T03:00:00Z') },
    bucket: { name: required(variables.bucket), owner: required(variables.bucketOwner) },
    region: environment[variables.bucketRegion],
    roleArn: required(variables.accountNameRole),
    facts: (environment[variables.facts] ?? 'all') as FactScope,
  };
}
