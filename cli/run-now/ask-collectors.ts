import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { STSClient } from '@aws-sdk/client-sts';
import { awsSettings, type AwsOptions } from '../aws-settings';
import { startProgress } from '../progress';
import { identifyDeployer } from '../status/deployer';
import type { Terminal } from '../terminal';
import { collectorStacks, type StackChoice } from './collector-stacks';
import { startCollectors, type StartedCollector } from './start-collectors';

/** Which collectors, and with what role. */
export interface CollectorsOptions extends AwsOptions, StackChoice {
  readonly roleName: string;
  readonly isDryRun: boolean;
}

/**
 * Starts the collectors that are meant, or only finds them.
 * @throws CommandError without usable credentials, where CloudFormation does not tell, and for an account without a collector
 */
export async function askCollectors(
  options: CollectorsOptions,
  terminal: Terminal,
): Promise<readonly StartedCollector[]> {
  const settings = awsSettings(options);
  const { caller, callAs } = await identifyDeployer(settings);
  const stacks = await collectorStacks(new CloudFormationClient(settings), caller, callAs, options);
  const progress = startProgress(terminal, 'starting', stacks.length);
  const done = (accountId: string) => progress.step(accountId);
  const { roleName, isDryRun } = options;
  const deps = { sts: new STSClient(settings), settings, caller, roleName, isDryRun, done };
  try {
    return await startCollectors(deps, stacks);
  } finally {
    progress.end();
  }
}
