import {
  paginateListStackInstances,
  type CloudFormationClient,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { eventStackSetName } from '../../lambda/event-notifier/contract';
import { ask, isAnswer } from './call-failed';
import type { DeployerCheck } from './check-deployer';
import { deployersOnly } from './check-trusted-access';
import { tryCheck, type CheckResult } from './check-result';

const check = 'credential events of every member';
/** So many accounts are named; the StackSet's own page shows the rest. */
const named = 10;
const remediation = `deploy again, or repair the accounts and retry the StackSet ${eventStackSetName} there`;

/** What is known of the StackSet of credential events. */
export interface EventMembersCheck {
  /** None where the organization has no such StackSet, which is the default. */
  readonly results: readonly CheckResult[];
  readonly stackSetExists: boolean;
}

/**
 * Which members' rule for credential events is not there: their new users would go unnoticed.
 * @param cloudFormation in the region where the events arise
 */
export async function checkEventMembers(
  cloudFormation: CloudFormationClient,
  callAs: DeployerCheck['callAs'],
): Promise<EventMembersCheck> {
  if (callAs === undefined) {
    return { results: [{ check, state: 'unknown', detail: deployersOnly }], stackSetExists: false };
  }
  let exists: boolean | undefined;
  const result = await tryCheck(check, async () => {
    const instances = await instancesOf(cloudFormation, callAs);
    exists = instances !== undefined;
    return membersResult(instances ?? []);
  });
  return { results: exists === false ? [] : [result], stackSetExists: exists === true };
}

/** Where stacks of credential events are deployed and CloudFormation shows no StackSet: another account's it would not. */
export function membersSeenElsewhere(): CheckResult {
  const detail = `the StackSet ${eventStackSetName} is not shown to this account: another one deployed it, or it is gone`;
  return {
    check,
    state: 'unknown',
    detail,
    remediation: 'run preflight with credentials of the account that deploys',
  };
}

async function instancesOf(client: CloudFormationClient, callAs: 'SELF' | 'DELEGATED_ADMIN') {
  const input = { StackSetName: eventStackSetName, CallAs: callAs };
  const instances: StackInstanceSummary[] = [];
  try {
    await ask('cloudformation:ListStackInstances', async () => {
      for await (const { Summaries } of paginateListStackInstances({ client }, input)) {
        instances.push(...(Summaries ?? []));
      }
    });
    return instances;
  } catch (error) {
    if (isAnswer(error, 'StackSetNotFoundException')) return undefined;
    throw error;
  }
}

function membersResult(instances: readonly StackInstanceSummary[]): CheckResult {
  if (instances.length === 0) {
    return {
      check,
      state: 'missing',
      detail: 'the StackSet has no instance, so no member has the rule',
      remediation,
    };
  }
  const broken = instances
    .filter(({ Status }) => Status !== 'CURRENT')
    .map(({ Account, Status, StatusReason }) => `${Account} (${StatusReason ?? Status ?? 'no status'})`);
  if (broken.length === 0) {
    const detail = `the rule is in all ${instances.length} accounts of the StackSet`;
    return { check, state: 'ready', detail };
  }
  const rest = broken.length > named ? ` and ${broken.length - named} more` : '';
  return {
    check,
    state: 'missing',
    detail: `no rule in ${broken.slice(0, named).join(', ')}${rest}`,
    remediation,
  };
}
