import {
  paginateListStackInstances,
  type CloudFormationClient,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { eventStackSetName } from '../../lambda/event-notifier/contract';
import { ask, isAnswer } from './call-failed';
import type { DeployerCheck } from './check-deployer';
import { deployersOnly } from './check-trusted-access';
import { tryCheck, type Finding } from './finding';

const check = 'credential events of every member';
/** So many accounts are named; the StackSet's own page shows the rest. */
const named = 10;
const mend = `deploy again, or mend the accounts and retry the StackSet ${eventStackSetName} there`;

/** What is known of the StackSet of credential events. */
export interface EventMembersCheck {
  /** None where the organization has no such StackSet, which is the default. */
  readonly findings: readonly Finding[];
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
    return { findings: [{ check, state: 'unknown', detail: deployersOnly }], stackSetExists: false };
  }
  let exists: boolean | undefined;
  const finding = await tryCheck(check, async () => {
    const instances = await instancesOf(cloudFormation, callAs);
    exists = instances !== undefined;
    return membersFinding(instances ?? []);
  });
  return { findings: exists === false ? [] : [finding], stackSetExists: exists === true };
}

/** Where stacks of credential events are deployed and CloudFormation shows no StackSet: another account's it would not. */
export function membersSeenElsewhere(): Finding {
  const detail = `the StackSet ${eventStackSetName} is not shown to this account: another one deployed it, or it is gone`;
  return {
    check,
    state: 'unknown',
    detail,
    mend: 'run preflight with credentials of the account that deploys',
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

function membersFinding(instances: readonly StackInstanceSummary[]): Finding {
  if (instances.length === 0) {
    return {
      check,
      state: 'missing',
      detail: 'the StackSet has no instance, so no member has the rule',
      mend,
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
  return { check, state: 'missing', detail: `no rule in ${broken.slice(0, named).join(', ')}${rest}`, mend };
}
