import { paginateListStackInstances, type CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { DeployerCheck } from './check-deployer';
import { tryCheck, type Finding } from './finding';

const check = 'credential events of every member';
const stackSetName = 'CredentialReportEvents';
/** So many accounts are named; the StackSet's own page shows the rest. */
const named = 10;

/**
 * Which members' rule for credential events is not there: their new users would go unnoticed. Nothing where the
 * organization has no such StackSet, which is the default.
 * @param cloudFormation in the region where the events arise
 */
export async function checkEventStacks(
  cloudFormation: CloudFormationClient,
  callAs: DeployerCheck['callAs'],
): Promise<Finding[]> {
  if (callAs === undefined) return [];
  let exists = true;
  const finding = await tryCheck(check, async () => {
    const broken: string[] = [];
    try {
      const input = { StackSetName: stackSetName, CallAs: callAs };
      for await (const page of paginateListStackInstances({ client: cloudFormation }, input)) {
        for (const { Account, Status, StatusReason } of page.Summaries ?? []) {
          if (Status !== 'CURRENT') broken.push(`${Account} (${StatusReason ?? Status ?? 'no status'})`);
        }
      }
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'StackSetNotFoundException') throw error;
      exists = false;
    }
    if (broken.length === 0) return { check, state: 'ready', detail: 'the rule is in every member account' };
    const rest = broken.length > named ? ` and ${broken.length - named} more` : '';
    const detail = `no rule in ${broken.slice(0, named).join(', ')}${rest}`;
    const mend = `deploy again, or mend the accounts and retry the StackSet ${stackSetName} there`;
    return { check, state: 'missing', detail, mend };
  });
  return exists ? [finding] : [];
}
