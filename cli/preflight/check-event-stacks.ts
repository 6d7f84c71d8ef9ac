import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { eventsRegion, eventStackNames, eventStackSetName } from '../../lambda/event-notifier/contract';
import type { EventsOption } from './events-option';
import { tryCheck, type CheckResult } from './check-result';
import { stackStatus } from './stack-status';

const check = 'stacks of credential events';

export interface EventStacksCheck {
  /** None where no stack is deployed. */
  readonly results: readonly CheckResult[];
  /** A stack is in the caller's account. */
  readonly deployed: boolean;
}

/**
 * Are stacks of credential events deployed that `config.ts` no longer asks for: they stay in AWS when the option just
 * goes.
 * @param cloudFormation in the region where the events arise
 * @param stackSetExists known from its instances
 */
export async function checkEventStacks(
  cloudFormation: CloudFormationClient,
  stackSetExists: boolean,
  option: () => EventsOption,
): Promise<EventStacksCheck> {
  const stacks: string[] = [];
  const result = await tryCheck(check, async () => {
    for (const name of Object.values(eventStackNames)) {
      const status = await stackStatus(cloudFormation, name);
      if (status !== undefined) stacks.push(`${name} (${status})`);
    }
    const deployed = [...stacks, ...(stackSetExists ? [`StackSet ${eventStackSetName}`] : [])];
    if (deployed.length === 0) return { check, state: 'ready', detail: 'none deployed' };
    return judged(`deployed in ${eventsRegion}: ${deployed.join(', ')}`, option());
  });
  const none = result.state === 'ready' && stacks.length === 0 && !stackSetExists;
  return { results: none ? [] : [result], deployed: stacks.length > 0 };
}

const way = `write credentialEvents: 'remove' in config.ts, run npx cdk deploy --all (with several accounts in each of them), then take the line out`;

function judged(deployed: string, option: EventsOption): CheckResult {
  switch (option.says) {
    case 'on':
      return { check, state: 'ready', detail: deployed };
    case 'remove':
      return { check, state: 'ready', detail: `${deployed}; the next npx cdk deploy --all deletes them` };
    case 'off': {
      const detail = `${deployed}; credentialEvents is not in config.ts, which leaves them in AWS`;
      return { check, state: 'warning', detail, remediation: way };
    }
    case 'nothing': {
      const detail = `${deployed}; there is no config.ts here to say whether they are wanted`;
      const remediation = `if credentialEvents is no longer in your config.ts, they stay in AWS: ${way}`;
      return { check, state: 'note', detail, remediation };
    }
    case 'unreadable': {
      const detail = `${deployed}; whether config.ts asks for them is not known: ${option.why}`;
      return {
        check,
        state: 'unknown',
        detail,
        remediation: `correct config.ts; if it does not ask for them, ${way}`,
      };
    }
  }
}
