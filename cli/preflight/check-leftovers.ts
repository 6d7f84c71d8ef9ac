import { GetWorkGroupCommand } from '@aws-sdk/client-athena';
import { GetDatabaseCommand } from '@aws-sdk/client-glue';
import { ListStackInstancesCommand } from '@aws-sdk/client-cloudformation';
import { ask, isAnswer } from './call-failed';
import type { DeployerCheck } from './check-deployer';
import { incomplete, tryCheck, type CheckResult } from './check-result';
import type { PreflightClients } from './clients';
import { stackStatus } from './stack-status';

/** Something of a fixed name that a stack makes: there without the stack, it stops the stack. */
interface Named {
  readonly check: string;
  readonly stack: string;
  readonly remediation: string;
  /** As in policies. */
  readonly action: string;
  /** What AWS answers about it; undefined for an answer without it. */
  readonly ask: () => Promise<unknown>;
  /** AWS's answer that there is none: a code and, where the code says more than that, words. */
  readonly none: { readonly code: string; readonly words?: RegExp };
}

/** Are the workgroup and the database those of their stack, or left from before. */
export function checkCatalog(clients: Pick<PreflightClients, 'athena' | 'glue' | 'cloudFormation'>) {
  const workGroup = 'credential-report';
  const database = 'credential_report';
  const { athena, glue, cloudFormation } = clients;
  return Promise.all([
    tryLook(cloudFormation, {
      check: 'Athena workgroup',
      stack: 'CredentialReportData',
      remediation: `aws athena delete-work-group --work-group ${workGroup} --recursive-delete-option`,
      action: 'athena:GetWorkGroup',
      ask: async () => (await athena.send(new GetWorkGroupCommand({ WorkGroup: workGroup }))).WorkGroup,
      none: { code: 'InvalidRequestException', words: /not found/i },
    }),
    tryLook(cloudFormation, {
      check: 'Athena database',
      stack: 'CredentialReportData',
      remediation: `aws glue delete-database --name ${database}, when nobody else's tables are in it`,
      action: 'glue:GetDatabase',
      ask: async () => (await glue.send(new GetDatabaseCommand({ Name: database }))).Database,
      none: { code: 'EntityNotFoundException' },
    }),
  ]);
}

export const stackSetCheck = 'StackSet of the collectors';

/** Is the StackSet that of its stack, or left from before. */
export function checkStackSet(
  cloudFormation: PreflightClients['cloudFormation'],
  callAs: NonNullable<DeployerCheck['callAs']>,
): Promise<CheckResult> {
  const StackSetName = 'CredentialReportCollector';
  return tryLook(cloudFormation, {
    check: stackSetCheck,
    stack: 'CredentialReportOrganization',
    remediation: `delete its instances, then the StackSet ${StackSetName}, in the console of CloudFormation`,
    action: 'cloudformation:ListStackInstances',
    ask: async () => {
      const command = new ListStackInstancesCommand({ StackSetName, CallAs: callAs });
      return (await cloudFormation.send(command)).Summaries;
    },
    none: { code: 'StackSetNotFoundException' },
  });
}

const tryLook = (cloudFormation: PreflightClients['cloudFormation'], named: Named) =>
  tryCheck(named.check, () => look(cloudFormation, named));

async function look(cloudFormation: PreflightClients['cloudFormation'], named: Named): Promise<CheckResult> {
  const { check, stack, remediation, action } = named;
  const found = await existing(named);
  if (found === 'none') return { check, state: 'ready', detail: 'its name is free' };
  if (found === undefined) return incomplete(check, action, 'what was asked for');
  const status = await stackStatus(cloudFormation, stack);
  if (status !== undefined) return { check, state: 'ready', detail: `of ${stack} (${status})` };
  const detail = `there is one of its name, though ${stack} is not deployed, which it would stop`;
  return { check, state: 'missing', detail, remediation };
}

async function existing({ action, ask: call, none }: Named): Promise<unknown> {
  try {
    return await ask(action, call);
  } catch (error) {
    if (isAnswer(error, none.code) && (none.words ?? /^/).test(error.message)) return 'none';
    throw error;
  }
}
