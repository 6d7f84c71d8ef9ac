import { GetPolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import type { CallerIdentity } from '../caller-identity';
import { ask, isAnswer } from './call-failed';
import { tryCheck, type CheckResult } from './check-result';

const check = 'permissions boundary';

/** How a member account is looked into; a role that cannot be assumed makes it unknown. */
export interface MemberIam {
  readonly accountId: string;
  readonly iam: Pick<IAMClient, 'send'>;
}

/** Is the managed policy that bounds every role there, in this account and in some members. */
export async function checkBoundary(
  iam: Pick<IAMClient, 'send'>,
  { accountId, partition }: CallerIdentity,
  name: string,
  members: readonly MemberIam[],
): Promise<CheckResult[]> {
  const places = [{ accountId, iam }, ...members];
  const results = places.map((place) =>
    tryCheck(`${check} in ${place.accountId}`, () => look(place, partition, name)),
  );
  return Promise.all(results);
}

async function look({ accountId, iam }: MemberIam, partition: string, name: string): Promise<CheckResult> {
  const PolicyArn = `arn:${partition}:iam::${accountId}:policy/${name}`;
  const found = { check: `${check} in ${accountId}`, detail: PolicyArn };
  try {
    await ask('iam:GetPolicy', () => iam.send(new GetPolicyCommand({ PolicyArn })));
    return { ...found, state: 'ready' };
  } catch (error) {
    if (!isAnswer(error, 'NoSuchEntityException') && !isAnswer(error, 'NoSuchEntity')) throw error;
    const remediation = 'make the policy there, or correct permissionsBoundary in config.ts';
    return { ...found, state: 'missing', detail: `there is no policy ${PolicyArn}`, remediation };
  }
}
