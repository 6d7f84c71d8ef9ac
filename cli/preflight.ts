import type { Command } from 'commander';
import type { AwsOptions } from './aws-settings';
import type { CommandContext } from './command';
import { exitCode } from './exit-code';
import { addResultOptions } from './output/result-options';
import type { ResultStyle } from './output/result-text';

const examples = `
Examples:
  credential-report preflight --profile management --region eu-central-1
  credential-report preflight --fix
It reads; only --fix changes something, and asks first.`;

interface PreflightOptions extends AwsOptions, ResultStyle {
  readonly fix?: boolean;
}

/** `preflight`: is everything there that a deployment to the organization needs. */
export function addPreflightCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('preflight')
    .description('look whether the organization and this account are ready for cdk deploy')
    .option('--profile <name>', "profile of the SDK's configuration")
    .option('--region <region>', 'region to deploy to')
    .option('--fix', 'activate the trusted access of StackSets, after asking');
  addResultOptions(command)
    .addHelpText('after', examples)
    .action((options: PreflightOptions) => runPreflight(options, context));
}

async function runPreflight(options: PreflightOptions, { terminal, finish }: CommandContext): Promise<void> {
  const steps = await import('./preflight/steps');
  const clients = steps.preflightClients(options);
  const caller = await steps.callerIdentity(clients.sts);
  const region = await clients.sts.config.region();
  terminal.note(`as ${caller.arn} in ${region}\n`);
  const file = steps.readConfigFile();
  const look = () => steps.runChecks(clients, caller, region, () => steps.eventsOption(file), file);
  let results = await look();
  const fixable = results.some((result) => result.fixable);
  if (options.fix && fixable && (await steps.fixTrustedAccess(clients.cloudFormation, terminal))) {
    results = await look();
  }
  terminal.out(steps.checksText(results, options));
  if (results.some(steps.isProblem)) finish(exitCode.foundProblems);
}
